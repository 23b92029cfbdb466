namespace Ecommerce.DiscountService.Api;

/// <summary>A promotion that does not apply.</summary>
internal sealed record TrialRefusalResponse(Guid? PromotionId, string? Name, string? CouponCode, string Code, string Reason);
