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
    /// <param name="usage">Of the limited ones among the candidates; one that is missing counts as unused.</param>
    /// <param name="now">The time.</param>
    public static DiscountCalculation Calculate(
        Basket basket, PromotionSet promotions, IReadOnlyDictionary<PromotionId, PromotionUsage> usage, DateTimeOffset now)
    {
        BasketLine[] lines = [.. basket.Lines.OrderBy(line => line.LineId)];
        var left = lines.ToDictionary(line => line.LineId, line => line.Subtotal);
        var shippingLeft = basket.Shipping;
        var applied = new List<AppliedPromotion>();
        var refused = promotions.UnknownAmong(basket.CouponCodes)
            .Select(code => new RefusedPromotion(code, null, RefusalReasons.Unknown)).ToList();
        foreach (var promotion in promotions.CandidatesFor(basket))
        {
            var reason = RefusalOf(promotion, basket, now)
                ?? LimitRefusalOf(promotion, usage.GetValueOrDefault(promotion.Id))
                ?? (GoesTogether(promotion, applied) ? null : RefusalReasons.NotCombinable);
            if (reason is not null)
            {
                refused.Add(new RefusedPromotion(promotion.CouponCode, promotion.Id, reason));
                continue;
            }

            var next = Apply(promotion, [.. lines.Where(promotion.IsFor)], left, shippingLeft);

            // A coupon that finds nothing left to take is not refused: the shopper need not give it up to go on.
            if (next.Amount == 0 && promotion.CouponCode is null)
            {
                continue;
            }

            applied.Add(next);
            shippingLeft -= next.Shipping;
            foreach (var share in next.Shares)
            {
                left[share.LineId] -= share.Amount;
            }
        }

        return new DiscountCalculation(applied, refused);
    }

    /// <summary>Why a promotion does not apply to a basket, apart from limits and combination.</summary>
    public static string? RefusalOf(Promotion promotion, Basket basket, DateTimeOffset now)
    {
        if (promotion.Currency is { } currency && currency != basket.Currency)
        {
            return RefusalReasons.NotApplicable;
        }

        if (promotion.StartsAt > now)
        {
            return RefusalReasons.NotStarted;
        }

        if (promotion.EndsAt <= now)
        {
            return RefusalReasons.Expired;
        }

        var eligible = basket.Lines.Where(promotion.IsFor).ToArray();
        return eligible.Length == 0 ? RefusalReasons.NotApplicable
            : eligible.Sum(line => line.Subtotal) < promotion.MinimumSpend ? RefusalReasons.MinimumSpend
            : null;
    }

    private static string? LimitRefusalOf(Promotion promotion, PromotionUsage usage) =>
        usage.Total >= promotion.TotalLimit ? RefusalReasons.Exhausted
        : usage.ByCustomer >= promotion.PerCustomerLimit ? RefusalReasons.CustomerLimit
        : null;

    private static bool GoesTogether(Promotion promotion, List<AppliedPromotion> applied) =>
        applied.TrueForAll(other => other.Amount == 0 || (other.Promotion.Combinable && promotion.Combinable));

    private static AppliedPromotion Apply(Promotion promotion, BasketLine[] lines, Dictionary<Guid, long> left, long shippingLeft)
    {
        if (promotion.Action == PromotionAction.FreeShipping)
        {
            return new AppliedPromotion(promotion, [], shippingLeft);
        }

        long[] weights = [.. lines.Select(line => left[line.LineId])];
        var whole = weights.Sum();
        var amount = promotion.Action == PromotionAction.Percentage
            ? Rounding.Share(whole, promotion.BasisPoints)
            : Math.Min(promotion.Amount, whole);

        // By what is left of each line: no share can be more than that. Nothing left, nothing to split.
        return whole == 0
            ? new AppliedPromotion(promotion, [], 0)
            : new AppliedPromotion(
                promotion, [.. Allocation.Split(amount, weights).Select((part, index) => new LineShare(lines[index].LineId, part))], 0);
    }
}
