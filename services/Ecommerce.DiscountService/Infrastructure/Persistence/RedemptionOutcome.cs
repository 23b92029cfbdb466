namespace Ecommerce.DiscountService.Infrastructure.Persistence;

/// <summary>What reserve_redemptions says: reserved, released, or the code of a refusal with its coupon.</summary>
internal sealed record RedemptionOutcome(string Outcome, string? CouponCode);
