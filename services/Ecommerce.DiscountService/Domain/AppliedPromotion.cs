namespace Ecommerce.DiscountService.Domain;

/// <summary>A promotion that applies, and what it takes off where.</summary>
/// <param name="Promotion">The promotion.</param>
/// <param name="CouponCode">Null for an automatic one.</param>
/// <param name="Shares">Off the lines.</param>
/// <param name="Shipping">Off shipping.</param>
/// <param name="Note">For the shopper: why it is less than they may expect; null where it is not.</param>
internal sealed record AppliedPromotion(
    Promotion Promotion, string? CouponCode, IReadOnlyList<LineShare> Shares, long Shipping, string? Note = null)
{
    public long Amount { get; } = Shares.Sum(share => share.Amount) + Shipping;
}
