namespace Ecommerce.DiscountService.Domain;

/// <summary>A promotion that applies, and what it takes off where.</summary>
internal sealed record AppliedPromotion(Promotion Promotion, string? CouponCode, IReadOnlyList<LineShare> Shares, long Shipping)
{
    public long Amount { get; } = Shares.Sum(share => share.Amount) + Shipping;
}
