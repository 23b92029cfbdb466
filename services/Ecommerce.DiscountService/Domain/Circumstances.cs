namespace Ecommerce.DiscountService.Domain;

/// <summary>All that a calculation depends on besides the basket and the promotions.</summary>
/// <param name="Now">The time.</param>
/// <param name="Customer">What is known of the customer.</param>
/// <param name="Coupons">The generated coupons among those of the basket, by code.</param>
/// <param name="Usage">Of the limited promotions among the candidates; one that is missing counts as unused.</param>
internal sealed record Circumstances(
    DateTimeOffset Now,
    CustomerFacts Customer,
    IReadOnlyDictionary<string, GeneratedCoupon> Coupons,
    IReadOnlyDictionary<PromotionId, PromotionUsage> Usage)
{
    private static readonly Dictionary<string, GeneratedCoupon> NoCoupons = [];
    private static readonly Dictionary<PromotionId, PromotionUsage> NoUsage = [];

    /// <summary>Nothing is known and nothing is used.</summary>
    public static Circumstances At(DateTimeOffset now) => new(now, CustomerFacts.Nobody, NoCoupons, NoUsage);
}
