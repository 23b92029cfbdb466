using Ecommerce.SharedKernel.Monetary;

namespace Ecommerce.DiscountService.Domain;

/// <summary>Why a coupon does not apply, as a stable code and as a sentence for the shopper.</summary>
internal static class RefusalReasons
{
    public const string Unknown = "coupon.unknown";
    public const string Expired = "coupon.expired";
    public const string NotStarted = "coupon.not_started";
    public const string Exhausted = "coupon.exhausted";
    public const string CustomerLimit = "coupon.customer_limit";
    public const string MinimumSpend = "coupon.minimum_spend";
    public const string MinimumQuantity = "coupon.minimum_quantity";
    public const string RewardMissing = "coupon.reward_missing";
    public const string BundleIncomplete = "coupon.bundle_incomplete";
    public const string CustomerGroup = "coupon.customer_group";
    public const string FirstOrderOnly = "coupon.first_order_only";
    public const string NotApplicable = "coupon.not_applicable";
    public const string NotCombinable = "coupon.not_combinable";

    public static string Of(string code, Promotion? promotion = null) => code switch
    {
        Unknown => "The coupon is not known, or no longer valid.",
        Expired => "The coupon is no longer valid.",
        NotStarted => "The coupon is not valid yet.",
        Exhausted => "The coupon has been used up.",
        CustomerLimit => "You have used this coupon as often as it can be used.",
        MinimumSpend when promotion is not null => $"The coupon needs articles for at least {Money.Of(SpendOf(promotion), promotion.Currency!.Value.Code)}.",
        MinimumSpend => "The order is below the coupon's minimum.",
        MinimumQuantity when promotion is not null => $"The coupon needs at least {QuantityOf(promotion)} of its articles.",
        MinimumQuantity => "The coupon needs more of its articles.",
        RewardMissing => "The coupon makes another article cheaper, which is not in the cart yet.",
        BundleIncomplete => "The coupon needs all articles of its bundle.",
        CustomerGroup => "The coupon is for certain customers; sign in if you are one of them.",
        FirstOrderOnly => "The coupon is for a first order.",
        NotApplicable => "The coupon is not for these articles or this currency.",
        NotCombinable => "The coupon cannot be combined with the others.",
        _ => "The coupon cannot be used.",
    };

    private static long SpendOf(Promotion promotion) =>
        promotion.Action == PromotionAction.Tiered ? Math.Max(promotion.MinimumSpend, promotion.Details!.Tiers[0].From) : promotion.MinimumSpend;

    private static long QuantityOf(Promotion promotion) => promotion.Action switch
    {
        PromotionAction.Tiered when promotion.Details!.TierBasis == TierBasis.Quantity => Math.Max(promotion.MinimumQuantity, promotion.Details.Tiers[0].From),
        PromotionAction.BuyXGetY => Math.Max(
            promotion.MinimumQuantity,
            promotion.Details!.BuyQuantity + (promotion.Details.RewardProductIds.Count == 0 ? promotion.Details.GetQuantity : 0)),
        _ => promotion.MinimumQuantity,
    };
}
