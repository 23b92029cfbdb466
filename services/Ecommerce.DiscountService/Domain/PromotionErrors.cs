using Ecommerce.SharedKernel.Results;

namespace Ecommerce.DiscountService.Domain;

/// <summary>Every refusal of this service, by its stable code.</summary>
internal static class PromotionErrors
{
    public static readonly Error NotFound = Error.NotFound("promotion.not_found", "There is no such promotion.");

    public static readonly Error NotActive = Error.Conflict("promotion.not_active", "The promotion has ended already.");

    public static readonly Error CouponTaken = Error.Conflict("promotion.coupon_taken", "An active promotion has that coupon code already.");

    public static readonly Error CurrencyRequired =
        Error.Refused("promotion.currency_required", "A minimum spend or a fixed amount needs a currency.");

    public static readonly Error ActionInvalid =
        Error.Refused("promotion.action_invalid", "A percentage has basis points from 1 to 10000, a fixed amount has an amount, free shipping has neither.");

    public static readonly Error EndsTooEarly = Error.Refused("promotion.ends_too_early", "The promotion would end before it starts.");

    public static readonly Error RedemptionReleased =
        Error.Conflict("redemption.released", "The redemptions of this order were given back; they cannot be held again.");

    public static Error RedemptionRefused(string code, string? couponCode) =>
        Error.Refused(code, RefusalReasons.Of(code)).With("couponCode", couponCode);
}
