namespace Ecommerce.DiscountService.Api;

/// <summary>A promotion that applies.</summary>
internal sealed record TrialPromotionResponse(Guid PromotionId, string Name, string? CouponCode, long Amount);
