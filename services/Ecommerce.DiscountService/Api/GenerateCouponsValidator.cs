using Ecommerce.DiscountService.Application.GenerateCoupons;
using FluentValidation;

namespace Ecommerce.DiscountService.Api;

internal sealed class GenerateCouponsValidator : AbstractValidator<GenerateCouponsRequest>
{
    private const int MostCoupons = 100_000;
    private const int MostUses = 1_000_000;

    public GenerateCouponsValidator()
    {
        RuleFor(request => request.Count).InclusiveBetween(1, MostCoupons);
        RuleFor(request => request.Prefix).Matches(@"^[A-Za-z0-9][A-Za-z0-9-]{0,15}\z").When(request => request.Prefix is not null)
            .WithMessage("A prefix has 1 to 16 letters, digits or hyphens, and no hyphen first.");
        RuleFor(request => request.Length).InclusiveBetween(CouponCodes.MinimumLength, CouponCodes.MaximumLength);
        RuleFor(request => request.UsesPerCoupon).InclusiveBetween(1, MostUses);
    }
}
