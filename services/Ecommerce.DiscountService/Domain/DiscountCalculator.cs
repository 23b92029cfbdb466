using Ecommerce.SharedKernel.Monetary;

namespace Ecommerce.DiscountService.Domain;

/// <summary>
/// Applies promotions one after the other, the highest priority first, each to what is left: nothing goes below zero, and
/// each promotion's shares sum to it exactly. The order of the lines does not matter.
/// </summary>
internal static class DiscountCalculator
{
    /// <param name="basket">What is to be discounted; its line ids differ.</param>
    /// <param name="promotions">The active promotions.</param>
    /// <param name="circumstances">All else that it depends on.</param>
    public static DiscountCalculation Calculate(Basket basket, PromotionSet promotions, Circumstances circumstances)
    {
        BasketLine[] lines = [.. basket.Lines.OrderBy(line => line.LineId)];
        var left = Array.ConvertAll(lines, line => line.Subtotal);
        var shippingLeft = basket.Shipping;
        var applied = new List<AppliedPromotion>();
        var refused = promotions.UnknownAmong(basket.CouponCodes, circumstances.Coupons)
            .Select(code => new RefusedPromotion(code, null, RefusalReasons.Unknown)).ToList();
        foreach (var candidate in promotions.CandidatesFor(basket, circumstances.Coupons))
        {
            var promotion = candidate.Promotion;
            var usage = circumstances.Usage.GetValueOrDefault(promotion.Id);
            var coupon = candidate.CouponCode is { } code ? circumstances.Coupons.GetValueOrDefault(code) : null;
            var reason = Conditions.RefusalOf(promotion, basket, circumstances.Now)
                ?? Conditions.RefusalOf(promotion, circumstances.Customer)
                ?? Conditions.RefusalOf(promotion, usage, coupon)
                ?? (GoesTogether(promotion, applied) ? null : RefusalReasons.NotCombinable);
            if (reason is null)
            {
                var next = Apply(candidate, promotion.Budget - usage.Spent, lines, left, shippingLeft);
                if (next.Amount > 0 || candidate.CouponCode is not null)
                {
                    // A coupon that finds nothing left to take is not refused: the shopper need not give it up to go on.
                    applied.Add(next);
                    shippingLeft -= next.Shipping;
                    TakeOff(next, lines, left);
                }
            }
            else
            {
                refused.Add(new RefusedPromotion(candidate.CouponCode, promotion, reason));
            }
        }

        return new DiscountCalculation(applied, refused);
    }

    private static bool GoesTogether(Promotion promotion, List<AppliedPromotion> applied) => applied.TrueForAll(other =>
        other.Promotion.Id != promotion.Id
        && (other.Amount == 0
            || (other.Promotion.Combinable && promotion.Combinable
                && (promotion.ExclusionGroup is null || promotion.ExclusionGroup != other.Promotion.ExclusionGroup))));

    // What a budget has left bounds a discount as its own maximum does: the last order gets that, and then the promotion is over.
    private static AppliedPromotion Apply(Candidate candidate, long? rest, BasketLine[] lines, long[] left, long shippingLeft)
    {
        var promotion = candidate.Promotion;
        var most = Math.Min(promotion.MaximumDiscount ?? long.MaxValue, rest ?? long.MaxValue);
        if (promotion.Action == PromotionAction.FreeShipping)
        {
            return new AppliedPromotion(promotion, candidate.CouponCode, [], Math.Min(shippingLeft, most), DiscountNotes.Of(promotion, shippingLeft, most));
        }

        var taken = PromotionActions.TakeOff(promotion, lines, left);
        var whole = taken.Sum();
        if (whole > most)
        {
            taken = Allocation.Split(most, taken);
        }

        var shares = new List<LineShare>();
        for (var i = 0; i < taken.Length; i++)
        {
            if (taken[i] > 0)
            {
                shares.Add(new LineShare(lines[i].LineId, taken[i]));
            }
        }

        return new AppliedPromotion(promotion, candidate.CouponCode, shares, 0, DiscountNotes.Of(promotion, whole, most));
    }

    private static void TakeOff(AppliedPromotion applied, BasketLine[] lines, long[] left)
    {
        // Both are in the order of the lines.
        var i = 0;
        foreach (var share in applied.Shares)
        {
            while (lines[i].LineId != share.LineId)
            {
                i++;
            }

            left[i] -= share.Amount;
        }
    }
}
