namespace Ecommerce.DiscountService.Infrastructure.Persistence;

/// <summary>How often a limited promotion is held or redeemed.</summary>
internal sealed class PromotionCounter
{
    public required Guid PromotionId { get; init; }

    public required int Used { get; init; }

    public required int Allowed { get; init; }

    /// <summary>Redemptions that expired and were confirmed after all; they may go beyond the limit.</summary>
    public required int Late { get; init; }
}
