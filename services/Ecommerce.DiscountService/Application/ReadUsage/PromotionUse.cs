namespace Ecommerce.DiscountService.Application.ReadUsage;

/// <summary>How often a promotion is held and redeemed, and what it took off; minor units of the orders' currencies.</summary>
internal sealed record PromotionUse(int Reserved, int Committed, long ReservedAmount, long CommittedAmount, int? TotalLimit, long? Budget);
