using Ecommerce.SharedKernel.Results;

namespace Ecommerce.DiscountService.Domain;

/// <summary>Every refusal of this service, by its stable code.</summary>
internal static class PromotionErrors
{
    public static readonly Error NotFound = Error.NotFound("promotion.not_found", "There is no such promotion.");

    public static readonly Error CouponNotFound = Error.NotFound("coupon.not_found", "The promotion has no such coupon.");

    public static readonly Error NotDraft = Error.Conflict("promotion.not_draft", "The promotion is no draft any more: its terms are fixed.");

    public static readonly Error HasEnded = Error.Conflict("promotion.has_ended", "The promotion has ended already.");

    public static readonly Error Stale = Error.Stale("promotion.stale", "The promotion has changed since it was read.");

    public static readonly Error CouponTaken = Error.Conflict("promotion.coupon_taken", "An active promotion has that coupon code already.");

    public static readonly Error CouponsEitherWay =
        Error.Refused("promotion.coupons_either_way", "A promotion has one coupon code or generated coupons, not both.");

    public static readonly Error NoGeneratedCoupons =
        Error.Conflict("promotion.no_generated_coupons", "The promotion was not made for generated coupons.");

    public static readonly Error CurrencyRequired =
        Error.Refused("promotion.currency_required", "Whatever is an amount of money (a minimum spend, an amount, a price, a budget) needs a currency.");

    public static readonly Error ActionInvalid =
        Error.Refused("promotion.action_invalid", "The action lacks what it needs, or has what belongs to another one.");

    public static readonly Error EndsTooEarly = Error.Refused("promotion.ends_too_early", "The promotion would end before it starts.");

    public static readonly Error RedemptionReleased =
        Error.Conflict("redemption.released", "The redemptions of this order were given back; they cannot be held again.");

    /// <param name="code">One of <see cref="RefusalReasons"/>.</param>
    /// <param name="couponCode">Null for an automatic promotion, which the shopper knows by the total only.</param>
    public static Error RedemptionRefused(string code, string? couponCode) => couponCode is null
        ? Error.Refused(code, "An offer that the total counts on cannot be had any more. Look at the new total.")
        : Error.Refused(code, RefusalReasons.Of(code)).With("couponCode", couponCode);
}
