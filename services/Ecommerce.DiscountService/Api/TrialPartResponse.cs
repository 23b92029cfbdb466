namespace Ecommerce.DiscountService.Api;

/// <summary>What one promotion takes off a line.</summary>
internal sealed record TrialPartResponse(Guid PromotionId, string Name, long Amount);
