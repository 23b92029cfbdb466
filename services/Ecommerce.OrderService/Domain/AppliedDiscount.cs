namespace Ecommerce.OrderService.Domain;

/// <summary>A promotion that the order got; the amount is in minor units.</summary>
internal sealed record AppliedDiscount(Guid PromotionId, string? CouponCode, string Name, long Amount);
