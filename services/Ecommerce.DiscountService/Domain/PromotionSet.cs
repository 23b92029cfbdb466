namespace Ecommerce.DiscountService.Domain;

/// <summary>The active promotions, ready to be asked.</summary>
internal sealed class PromotionSet
{
    private static readonly Dictionary<string, GeneratedCoupon> None = [];
    private readonly Promotion[] _promotions;
    private readonly Promotion[] _automatic;
    private readonly Dictionary<string, Promotion[]> _coupons;
    private readonly Dictionary<PromotionId, Promotion> _generated;

    public PromotionSet(IReadOnlyList<Promotion> promotions)
    {
        _promotions = [.. promotions];
        _automatic = [.. promotions.Where(promotion => promotion.IsAutomatic)];
        _coupons = promotions.Where(promotion => promotion.CouponCode is not null)
            .GroupBy(promotion => promotion.CouponCode!)
            .ToDictionary(coupon => coupon.Key, coupon => coupon.ToArray());
        _generated = promotions.Where(promotion => promotion.GeneratedCoupons).ToDictionary(promotion => promotion.Id);
    }

    public static PromotionSet Empty { get; } = new([]);

    /// <summary>The same with one more, in the place of another version of it and of what has its code for the same currency.</summary>
    public PromotionSet With(Promotion promotion) => new(
    [
        .. _promotions.Where(other => other.Id != promotion.Id
            && (other.CouponCode is null || other.CouponCode != promotion.CouponCode || other.Currency != promotion.Currency)),
        promotion,
    ]);

    /// <summary>The automatic promotions of a basket's currency and those of its coupons, in the order in which they are tried.</summary>
    /// <remarks>One code may have a promotion per currency; that of the basket's currency comes before one for all. The order of the coupons does not matter.</remarks>
    public IReadOnlyList<Candidate> CandidatesFor(Basket basket, IReadOnlyDictionary<string, GeneratedCoupon>? generated = null)
    {
        var candidates = new List<Candidate>(_automatic.Length + basket.CouponCodes.Count);
        foreach (var promotion in _automatic)
        {
            if (promotion.Currency is null || promotion.Currency == basket.Currency)
            {
                candidates.Add(new Candidate(promotion, null));
            }
        }

        foreach (var code in basket.CouponCodes.Distinct())
        {
            if (Find(code, basket, generated ?? None) is { } promotion)
            {
                candidates.Add(new Candidate(promotion, code));
            }
        }

        candidates.Sort(static (one, other) =>
            other.Promotion.Priority.CompareTo(one.Promotion.Priority) is not 0 and var byPriority ? byPriority
            : one.Promotion.Action.CompareTo(other.Promotion.Action) is not 0 and var byAction ? byAction
            : one.Promotion.Id.Value.CompareTo(other.Promotion.Id.Value) is not 0 and var byId ? byId
            : string.CompareOrdinal(one.CouponCode, other.CouponCode));
        return candidates;
    }

    /// <summary>The coupons that are no code of an active promotion; they may be generated ones.</summary>
    public string[] NoCodeAmong(IEnumerable<string> codes) => [.. codes.Distinct().Where(code => !_coupons.ContainsKey(code))];

    /// <summary>The coupons of which no active promotion knows.</summary>
    public IEnumerable<string> UnknownAmong(IEnumerable<string> codes, IReadOnlyDictionary<string, GeneratedCoupon> generated) =>
        NoCodeAmong(codes).Where(code => !generated.TryGetValue(code, out var coupon) || !_generated.ContainsKey(coupon.PromotionId));

    private Promotion? Find(string code, Basket basket, IReadOnlyDictionary<string, GeneratedCoupon> generated)
    {
        if (_coupons.TryGetValue(code, out var promotions))
        {
            return promotions.FirstOrDefault(promotion => promotion.Currency == basket.Currency)
                ?? promotions.FirstOrDefault(promotion => promotion.Currency is null)
                ?? promotions[0];
        }

        return generated.TryGetValue(code, out var coupon) ? _generated.GetValueOrDefault(coupon.PromotionId) : null;
    }
}
