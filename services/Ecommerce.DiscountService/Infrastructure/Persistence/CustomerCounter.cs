namespace Ecommerce.DiscountService.Infrastructure.Persistence;

/// <summary>How often one customer holds or has redeemed a promotion that is limited per customer.</summary>
internal sealed class CustomerCounter
{
    public required Guid PromotionId { get; init; }

    public required string CustomerKey { get; init; }

    public required int Used { get; init; }

    public required int Allowed { get; init; }

    /// <summary>As of <see cref="PromotionCounter.Late"/>.</summary>
    public required int Late { get; init; }
}
