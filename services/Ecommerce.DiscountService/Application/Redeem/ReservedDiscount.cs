namespace Ecommerce.DiscountService.Application.Redeem;

/// <summary>A promotion that an order got; the amount is in minor units.</summary>
internal sealed record ReservedDiscount(Guid PromotionId, string? CouponCode, long Amount);
