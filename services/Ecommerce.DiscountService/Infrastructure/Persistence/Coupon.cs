namespace Ecommerce.DiscountService.Infrastructure.Persistence;

/// <summary>A generated coupon with its counter.</summary>
internal sealed class Coupon
{
    public required string Code { get; init; }

    public required Guid PromotionId { get; init; }

    public required Guid BatchId { get; init; }

    public required int Used { get; init; }

    public required int Allowed { get; init; }

    /// <summary>As of <see cref="PromotionCounter.Late"/>.</summary>
    public required int Late { get; init; }
}
