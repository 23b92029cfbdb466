using Ecommerce.DiscountService.Application.GenerateCoupons;

namespace Ecommerce.DiscountService.Api;

/// <summary>Generates coupons.</summary>
/// <param name="Count">1 to 100,000.</param>
/// <param name="Prefix">Before each code; none where it is not given.</param>
/// <param name="Length">Random characters of each code, 12 to 24.</param>
/// <param name="UsesPerCoupon">How often each can be redeemed.</param>
internal sealed record GenerateCouponsRequest(int Count, string? Prefix = null, int Length = CouponCodes.MinimumLength, int UsesPerCoupon = 1);
