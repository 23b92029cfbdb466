namespace Ecommerce.DiscountService.Domain;

/// <summary>A promotion that does not apply, and why.</summary>
/// <param name="CouponCode">Null for an automatic one.</param>
/// <param name="PromotionId">Null where the coupon is not known.</param>
/// <param name="Code">One of <see cref="RefusalReasons"/>.</param>
internal sealed record RefusedPromotion(string? CouponCode, PromotionId? PromotionId, string Code);
