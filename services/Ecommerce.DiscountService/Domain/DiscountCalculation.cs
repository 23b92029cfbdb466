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
            .Select(line => new LineShare(line.Key, line.Sum(share => share.Amount)))
            .Where(line => line.Amount > 0),
    ];
}
