namespace Ecommerce.DiscountService.Domain;

/// <summary>A coupon that was generated for a promotion, with how often it is held or redeemed.</summary>
internal sealed record GeneratedCoupon(string Code, PromotionId PromotionId, int Used, int Allowed);
