namespace Ecommerce.DiscountService.Domain;

/// <summary>The active promotions, ready to be asked.</summary>
internal sealed class PromotionSet
{
    private readonly Promotion[] _automatic;
    private readonly Dictionary<string, Promotion[]> _coupons;

    public PromotionSet(IReadOnlyList<Promotion> promotions)
    {
        _automatic = [.. promotions.Where(promotion => promotion.CouponCode is null)];
        _coupons = promotions.Where(promotion => promotion.CouponCode is not null)
            .GroupBy(promotion => promotion.CouponCode!)
            .ToDictionary(coupon => coupon.Key, coupon => coupon.ToArray());
    }

    public static PromotionSet Empty { get; } = new([]);

    /// <summary>The automatic promotions of a basket's currency and those of its coupons, in the order in which they are tried.</summary>
    /// <remarks>At one priority percentages come before amounts, which is the better for the shopper. One code may have a promotion per currency; that of the basket's currency comes before one for all.</remarks>
    public IReadOnlyList<Promotion> CandidatesFor(Basket basket) =>
    [
        .. _automatic.Where(promotion => promotion.Currency is null || promotion.Currency == basket.Currency)
            .Concat(basket.CouponCodes.Distinct().Select(code => Find(code, basket)).OfType<Promotion>())
            .OrderByDescending(promotion => promotion.Priority)
            .ThenBy(promotion => promotion.Action)
            .ThenBy(promotion => promotion.Id.Value),
    ];

    /// <summary>The coupons that no active promotion has.</summary>
    public IEnumerable<string> UnknownAmong(IEnumerable<string> codes) => codes.Distinct().Where(code => !_coupons.ContainsKey(code));

    private Promotion? Find(string code, Basket basket) => _coupons.TryGetValue(code, out var promotions)
        ? promotions.FirstOrDefault(promotion => promotion.Currency == basket.Currency)
            ?? promotions.FirstOrDefault(promotion => promotion.Currency is null)
            ?? promotions[0]
        : null;
}
