namespace Ecommerce.DiscountService.Api;

/// <summary>A promotion that applies.</summary>
/// <remarks>Note: why it is less than its action alone would take off; null where it is not.</remarks>
internal sealed record TrialPromotionResponse(Guid PromotionId, string Name, string? CouponCode, long Amount, string? Note);
