namespace Ecommerce.Contracts.Discount.Internal;

/// <summary>A coupon that does not apply.</summary>
/// <param name="CouponCode">In capitals.</param>
/// <param name="Code">Stable code: coupon.unknown, coupon.expired, coupon.not_started, coupon.exhausted, coupon.customer_limit, coupon.minimum_spend, coupon.minimum_quantity, coupon.reward_missing, coupon.bundle_incomplete, coupon.customer_group, coupon.first_order_only, coupon.not_applicable, coupon.not_combinable.</param>
/// <param name="Reason">A sentence for the shopper.</param>
public sealed record RefusedCouponDto(
    string CouponCode,
    string Code,
    string Reason);
