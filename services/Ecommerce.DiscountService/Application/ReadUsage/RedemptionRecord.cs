namespace Ecommerce.DiscountService.Application.ReadUsage;

/// <summary>A promotion that an order got. Times are UTC, the amount is in minor units.</summary>
internal sealed record RedemptionRecord(Guid OrderId, string? CouponCode, long Amount, string Status, DateTimeOffset ReservedAt, DateTimeOffset? SettledAt);
