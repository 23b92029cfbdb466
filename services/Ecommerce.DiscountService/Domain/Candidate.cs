namespace Ecommerce.DiscountService.Domain;

/// <summary>A promotion that is tried, with the coupon that asks for it.</summary>
internal readonly record struct Candidate(Promotion Promotion, string? CouponCode);
