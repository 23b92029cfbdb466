namespace Ecommerce.DiscountService.Domain;

/// <summary>What only some actions have.</summary>
internal sealed record ActionDetails
{
    /// <summary>Of <see cref="PromotionAction.BuyXGetY"/>: units to buy.</summary>
    public int BuyQuantity { get; init; }

    /// <summary>Of <see cref="PromotionAction.BuyXGetY"/>: units that cost less for them.</summary>
    public int GetQuantity { get; init; }

    /// <summary>Of <see cref="PromotionAction.BuyXGetY"/>: what costs less; empty for units of the lines that are bought.</summary>
    public IReadOnlyList<Guid> RewardProductIds { get; init; } = [];

    public TierBasis TierBasis { get; init; }

    public IReadOnlyList<DiscountTier> Tiers { get; init; } = [];

    public IReadOnlyList<BundleItem> Bundle { get; init; } = [];
}
