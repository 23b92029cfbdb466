namespace Ecommerce.DiscountService.Infrastructure.Persistence;

/// <summary>How often a promotion with a limit or a budget is held or redeemed, and what it took off.</summary>
internal sealed class PromotionCounter
{
    public required Guid PromotionId { get; init; }

    public int Used { get; init; }

    /// <summary>Null for no limit.</summary>
    public required int? Allowed { get; init; }

    /// <summary>Redemptions that expired and were confirmed after all; they may go beyond the limit.</summary>
    public int Late { get; init; }

    /// <summary>Minor units of the promotion's currency.</summary>
    public long Spent { get; init; }

    /// <summary>Null for no limit.</summary>
    public required long? Budget { get; init; }

    /// <summary>What the late ones took off.</summary>
    public long LateSpent { get; init; }
}
