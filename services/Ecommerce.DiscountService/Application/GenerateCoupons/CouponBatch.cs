namespace Ecommerce.DiscountService.Application.GenerateCoupons;

/// <summary>Coupons that were generated together.</summary>
/// <param name="Id">The batch.</param>
/// <param name="PromotionId">Their promotion.</param>
/// <param name="Count">How many.</param>
/// <param name="UsesPerCoupon">How often each can be redeemed.</param>
/// <param name="CreatedAt">When, UTC.</param>
internal sealed record CouponBatch(Guid Id, Guid PromotionId, int Count, int UsesPerCoupon, DateTimeOffset CreatedAt);
