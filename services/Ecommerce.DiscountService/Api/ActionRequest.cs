using Ecommerce.DiscountService.Domain;

namespace Ecommerce.DiscountService.Api;

/// <summary>What a promotion does.</summary>
/// <param name="Type">percentage, fixedAmount, fixedPrice, freeShipping, buyXGetY, tiered or bundle.</param>
/// <param name="BasisPoints">Of a percentage, and of what buyXGetY takes off: hundredths of a percent, 1000 is 10 %.</param>
/// <param name="Amount">Of a fixed amount; of a fixed price, a unit's price; of a bundle, its price. Minor units.</param>
/// <param name="MaximumDiscount">At most so much off an order, minor units.</param>
/// <param name="BuyQuantity">Of buyXGetY: units to buy.</param>
/// <param name="GetQuantity">Of buyXGetY: units that cost less, the cheapest.</param>
/// <param name="RewardProductIds">Of buyXGetY: what costs less, where that is not what is bought.</param>
/// <param name="TierBasis">Of tiers: spend or quantity.</param>
/// <param name="Tiers">Of tiers: rising; the highest that is reached counts.</param>
/// <param name="Bundle">Of a bundle: its parts.</param>
internal sealed record ActionRequest(
    PromotionAction Type,
    int BasisPoints = 0,
    long Amount = 0,
    long? MaximumDiscount = null,
    int? BuyQuantity = null,
    int? GetQuantity = null,
    IReadOnlyList<Guid>? RewardProductIds = null,
    TierBasis? TierBasis = null,
    IReadOnlyList<TierRequest>? Tiers = null,
    IReadOnlyList<BundleItemRequest>? Bundle = null)
{
    private bool HasDetails => BuyQuantity is not null || GetQuantity is not null || RewardProductIds is not null || TierBasis is not null || Tiers is not null || Bundle is not null;

    public ActionDetails? ToDetails() => !HasDetails ? null : new ActionDetails
    {
        BuyQuantity = BuyQuantity ?? 0,
        GetQuantity = GetQuantity ?? 0,
        RewardProductIds = RewardProductIds ?? [],
        TierBasis = TierBasis ?? Domain.TierBasis.Spend,
        Tiers = [.. (Tiers ?? []).Select(tier => new DiscountTier(tier.From, tier.BasisPoints, tier.Amount))],
        Bundle = [.. (Bundle ?? []).Select(item => new BundleItem(item.ProductId, item.Quantity))],
    };

    public static ActionRequest Of(Promotion promotion) => promotion.Details is not { } details
        ? new(promotion.Action, promotion.BasisPoints, promotion.Amount, promotion.MaximumDiscount)
        : new(
            promotion.Action,
            promotion.BasisPoints,
            promotion.Amount,
            promotion.MaximumDiscount,
            promotion.Action == PromotionAction.BuyXGetY ? details.BuyQuantity : null,
            promotion.Action == PromotionAction.BuyXGetY ? details.GetQuantity : null,
            details.RewardProductIds.Count > 0 ? details.RewardProductIds : null,
            promotion.Action == PromotionAction.Tiered ? details.TierBasis : null,
            promotion.Action == PromotionAction.Tiered ? [.. details.Tiers.Select(tier => new TierRequest(tier.From, tier.BasisPoints, tier.Amount))] : null,
            promotion.Action == PromotionAction.Bundle ? [.. details.Bundle.Select(item => new BundleItemRequest(item.ProductId, item.Quantity))] : null);
}
