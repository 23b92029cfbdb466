namespace Ecommerce.DiscountService.Domain;

/// <summary>Why a promotion does not apply.</summary>
internal static class Conditions
{
    /// <summary>By the basket and the time alone.</summary>
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

        var (any, spend, quantity) = Measure(promotion, basket);
        return !any ? RefusalReasons.NotApplicable
            : spend < promotion.MinimumSpend ? RefusalReasons.MinimumSpend
            : quantity < promotion.MinimumQuantity ? RefusalReasons.MinimumQuantity
            : PromotionActions.RefusalOf(promotion, basket, spend, quantity);
    }

    /// <summary>By what is known of the customer.</summary>
    public static string? RefusalOf(Promotion promotion, CustomerFacts customer) =>
        promotion.CustomerGroups.Length > 0 && !promotion.CustomerGroups.Any(customer.Groups.Contains) ? RefusalReasons.CustomerGroup
        : promotion.FirstOrderOnly && customer.HasOrdered ? RefusalReasons.FirstOrderOnly
        : null;

    /// <summary>By the limits, with what it would take off.</summary>
    public static string? RefusalOf(Promotion promotion, PromotionUsage usage, GeneratedCoupon? coupon) =>
        usage.Total >= promotion.TotalLimit || usage.Spent >= promotion.Budget || coupon?.Used >= coupon?.Allowed ? RefusalReasons.Exhausted
        : usage.ByCustomer >= promotion.PerCustomerLimit ? RefusalReasons.CustomerLimit
        : null;

    /// <summary>What the lines come to that a promotion is for, before discounts.</summary>
    private static (bool Any, long Spend, long Quantity) Measure(Promotion promotion, Basket basket)
    {
        var (any, spend, quantity) = (false, 0L, 0L);
        for (var i = 0; i < basket.Lines.Count; i++)
        {
            var line = basket.Lines[i];
            if (promotion.IsFor(line))
            {
                any = true;
                spend = checked(spend + line.Subtotal);
                quantity += line.Quantity;
            }
        }

        return (any, spend, quantity);
    }
}
