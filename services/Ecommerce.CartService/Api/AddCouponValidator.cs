using FluentValidation;

namespace Ecommerce.CartService.Api;

internal sealed class AddCouponValidator : AbstractValidator<AddCouponRequest>
{
    public AddCouponValidator() => RuleFor(request => request.Code).Matches(@"^[A-Za-z0-9_-]{3,40}\z")
        .WithMessage("A coupon code has 3 to 40 letters, digits, hyphens or underscores.");
}
