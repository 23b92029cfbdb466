namespace Ecommerce.DiscountService.Application.GenerateCoupons;

/// <summary>The wish for coupons of a promotion.</summary>
internal sealed record GenerateCouponsCommand(Guid BatchId, Guid PromotionId, int Count, string Prefix, int Length, int UsesPerCoupon);
