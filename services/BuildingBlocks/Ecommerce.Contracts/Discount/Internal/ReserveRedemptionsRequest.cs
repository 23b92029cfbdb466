namespace Ecommerce.Contracts.Discount.Internal;

/// <summary>POST /internal/v1/redemptions → 204, or 422 coupon.exhausted, coupon.customer_limit, coupon.expired, coupon.first_order_only with the member 'couponCode'. Also: POST /internal/v1/redemptions/{orderId}/release, /commit → 204, both harmless when repeated. Releasing what was never reserved notes it as released, so that a late one is refused (409 redemption.released).</summary>
/// <param name="OrderId">The same order reserves once.</param>
/// <param name="CustomerId">Null for a guest.</param>
/// <param name="Email">The buyer's.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Discounts">As calculated.</param>
/// <param name="ExpiresAt">When it is released by itself, UTC.</param>
public sealed record ReserveRedemptionsRequest(
    Guid OrderId,
    Guid? CustomerId,
    string Email,
    string Currency,
    IReadOnlyList<AppliedDiscountDto> Discounts,
    DateTimeOffset ExpiresAt);
