namespace Ecommerce.DiscountService.Application.GenerateCoupons;

/// <summary>A generated coupon and how often it is held or redeemed.</summary>
internal sealed record CouponUse(string Code, Guid BatchId, int Used, int Allowed, DateTimeOffset CreatedAt);
