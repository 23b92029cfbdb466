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
    public const string NotApplicable = "coupon.not_applicable";
    public const string NotCombinable = "coupon.not_combinable";

    public static string Of(string code) => code switch
    {
        Unknown => "There is no such coupon.",
        Expired => "The coupon is no longer valid.",
        NotStarted => "The coupon is not valid yet.",
        Exhausted => "The coupon has been used up.",
        CustomerLimit => "You have used this coupon as often as it can be used.",
        MinimumSpend => "The order is below the coupon's minimum.",
        NotApplicable => "The coupon is not for these articles or this currency.",
        NotCombinable => "The coupon cannot be combined with the others.",
        _ => "The coupon cannot be used.",
    };
}
