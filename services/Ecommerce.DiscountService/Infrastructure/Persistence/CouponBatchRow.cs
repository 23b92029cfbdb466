namespace Ecommerce.DiscountService.Infrastructure.Persistence;

/// <summary>Coupons that were generated together; stored with them, so that a repeated request finds it.</summary>
internal sealed class CouponBatchRow
{
    public required Guid Id { get; init; }

    public required Guid PromotionId { get; init; }

    public required int Count { get; init; }

    public required int UsesPerCoupon { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
