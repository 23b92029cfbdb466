using System.Text.Json;
using Ecommerce.DiscountService.Application.ReadUsage;

namespace Ecommerce.DiscountService.Api;

/// <summary>A promotion that an order got; the amount is in minor units.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="CouponCode">Null for an automatic promotion.</param>
/// <param name="Amount">What was taken off.</param>
/// <param name="Status">reserved, committed, released or expired.</param>
/// <param name="ReservedAt">UTC.</param>
/// <param name="SettledAt">UTC; null while it is reserved.</param>
internal sealed record RedemptionResponse(
    Guid OrderId, string? CouponCode, long Amount, string Status, DateTimeOffset ReservedAt, DateTimeOffset? SettledAt)
{
    public static RedemptionResponse Of(RedemptionRecord record) => new(
        record.OrderId, record.CouponCode, record.Amount, JsonNamingPolicy.CamelCase.ConvertName(record.Status), record.ReservedAt, record.SettledAt);
}
