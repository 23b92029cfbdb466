using Ecommerce.Contracts.Discount.Internal;
using FluentValidation;

namespace Ecommerce.DiscountService.Api;

internal sealed class ReserveRedemptionsValidator : AbstractValidator<ReserveRedemptionsRequest>
{
    private const int MostDiscounts = 1000;

    public ReserveRedemptionsValidator()
    {
        RuleFor(request => request.OrderId).NotEmpty();
        RuleFor(request => request.Email).NotEmpty().MaximumLength(254);
        RuleFor(request => request.Discounts).Cascade(CascadeMode.Stop)
            .Must(discounts => discounts.Count <= MostDiscounts).WithMessage("At most 1000 promotions.")
            .Must(discounts => discounts.All(discount => discount is { Amount: >= 0, CouponCode: null or { Length: <= 40 } }))
            .WithMessage("Amounts are not negative, coupons have at most 40 characters.")
            .Must(discounts => discounts.Select(discount => discount.PromotionId).Distinct().Count() == discounts.Count)
            .WithMessage("Each promotion is redeemed once.");
    }
}
