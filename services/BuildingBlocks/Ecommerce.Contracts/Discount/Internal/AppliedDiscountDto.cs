namespace Ecommerce.Contracts.Discount.Internal;

/// <summary>A promotion that applies.</summary>
/// <param name="PromotionId">The promotion.</param>
/// <param name="CouponCode">Null for an automatic one.</param>
/// <param name="Name">For the shopper.</param>
/// <param name="Amount">All that it takes off, minor units.</param>
/// <param name="Note">For the shopper: why it is less than they may expect; null where it is not.</param>
public sealed record AppliedDiscountDto(
    Guid PromotionId,
    string? CouponCode,
    string Name,
    long Amount,
    string? Note = null);
