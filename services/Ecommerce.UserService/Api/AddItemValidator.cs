using FluentValidation;

namespace Ecommerce.UserService.Api;

internal sealed class AddItemValidator : AbstractValidator<AddItemRequest>
{
    public AddItemValidator() => RuleFor(request => request.Sku).NotEmpty().MaximumLength(64);
}
