using FluentValidation;

namespace Ecommerce.CartService.Api;

internal sealed class MergeValidator : AbstractValidator<MergeRequest>
{
    public MergeValidator()
    {
        RuleFor(request => request.GuestCartId).NotEmpty();
        RuleFor(request => request.GuestCartToken).NotEmpty().MaximumLength(200);
    }
}
