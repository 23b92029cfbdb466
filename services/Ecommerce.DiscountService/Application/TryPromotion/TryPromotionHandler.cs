using Ecommerce.DiscountService.Application.Calculate;
using Ecommerce.DiscountService.Domain;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.DiscountService.Application.TryPromotion;

/// <summary>Tries a promotion against a sample basket as if it were active, beside the active ones or alone. Nothing is stored.</summary>
internal sealed class TryPromotionHandler(
    IPromotionStore promotions, IPromotionCatalogue catalogue, CalculateDiscountsHandler calculate, TimeProvider clock)
{
    public async Task<Result<PromotionTrial>> HandleAsync(PromotionId id, Trial trial, CancellationToken cancellationToken)
    {
        if (await promotions.FindAsync(id, cancellationToken) is not { } promotion)
        {
            return PromotionErrors.NotFound;
        }

        var set = (trial.Alone ? PromotionSet.Empty : await catalogue.GetAsync(cancellationToken)).With(promotion);

        // The sample has the coupon, also where it is one of those that are generated.
        var code = promotion.CouponCode ?? (promotion.GeneratedCoupons ? Trial.SampleCoupon : null);
        var basket = code is null ? trial.Basket : trial.Basket with { CouponCodes = [.. trial.Basket.CouponCodes, code] };
        var known = await calculate.GatherAsync(basket, set, null, null, cancellationToken);
        var coupons = new Dictionary<string, GeneratedCoupon>(known.Coupons);
        if (promotion.GeneratedCoupons)
        {
            coupons[Trial.SampleCoupon] = new GeneratedCoupon(Trial.SampleCoupon, id, 0, 1);
        }

        var calculation = DiscountCalculator.Calculate(
            basket, set, known with { Now = trial.At ?? clock.GetUtcNow(), Customer = trial.Customer, Coupons = coupons });
        return new PromotionTrial(promotion, basket, calculation);
    }
}
