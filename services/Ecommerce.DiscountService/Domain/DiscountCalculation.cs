namespace Ecommerce.DiscountService.Domain;

/// <summary>What applies to a basket, what does not, and why.</summary>
internal sealed record DiscountCalculation(IReadOnlyList<AppliedPromotion> Applied, IReadOnlyList<RefusedPromotion> Refused)
{
    public long ShippingDiscount => Applied.Sum(applied => applied.Shipping);

    /// <summary>Per line, what all promotions take off together; only lines that get something.</summary>
    public IReadOnlyList<LineShare> Lines =>
    [
        .. Applied.SelectMany(applied => applied.Shares)
            .GroupBy(share => share.LineId)
            .Select(line => new LineShare(line.Key, line.Sum(share => share.Amount))),
    ];

    /// <summary>Which promotions take how much off a line.</summary>
    public IEnumerable<(AppliedPromotion Promotion, long Amount)> PartsOf(Guid lineId) =>
        from applied in Applied
        from share in applied.Shares
        where share.LineId == lineId
        select (applied, share.Amount);
}
