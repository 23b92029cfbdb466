using Ecommerce.DiscountService.Application.GenerateCoupons;

namespace Ecommerce.DiscountService.Api;

/// <summary>Coupons that were generated together; the codes are in the CSV.</summary>
internal sealed record CouponBatchResponse(Guid Id, Guid PromotionId, int Count, int UsesPerCoupon, DateTimeOffset CreatedAt)
{
    public static CouponBatchResponse Of(CouponBatch batch) => new(batch.Id, batch.PromotionId, batch.Count, batch.UsesPerCoupon, batch.CreatedAt);
}
