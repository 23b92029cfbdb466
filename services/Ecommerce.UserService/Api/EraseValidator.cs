using FluentValidation;

namespace Ecommerce.UserService.Api;

internal sealed class EraseValidator : AbstractValidator<EraseRequest>
{
    public EraseValidator() => RuleFor(request => request.Email).NotEmpty().MaximumLength(254);
}
