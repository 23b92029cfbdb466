using Ecommerce.DiscountService.Application.GenerateCoupons;

namespace Ecommerce.DiscountService.Api;

/// <summary>A generated coupon.</summary>
/// <param name="Code">In capitals.</param>
/// <param name="BatchId">With which others it was generated.</param>
/// <param name="Used">How often it is held or redeemed.</param>
/// <param name="UsesPerCoupon">How often it can be redeemed.</param>
/// <param name="CreatedAt">UTC.</param>
internal sealed record CouponResponse(string Code, Guid BatchId, int Used, int UsesPerCoupon, DateTimeOffset CreatedAt)
{
    public static CouponResponse Of(CouponUse use) => new(use.Code, use.BatchId, use.Used, use.Allowed, use.CreatedAt);
}
