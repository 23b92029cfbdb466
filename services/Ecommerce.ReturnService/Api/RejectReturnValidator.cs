using FluentValidation;

namespace Ecommerce.ReturnService.Api;

internal sealed class RejectReturnValidator : AbstractValidator<RejectReturnRequest>
{
    public RejectReturnValidator() => RuleFor(request => request.Reason).NotEmpty().MaximumLength(500);
}
