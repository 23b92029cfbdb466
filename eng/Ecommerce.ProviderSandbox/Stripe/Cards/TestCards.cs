using System.Collections.Frozen;

namespace Ecommerce.ProviderSandbox.Stripe.Cards;

/// <summary>The table of test cards, as Stripe documents them.</summary>
internal static class TestCards
{
    private static readonly TestCard[] All =
    [
        new("visa", "4242424242424242"),
        new("visa_debit", "4000056655665556", Funding: "debit"),
        new("mastercard", "5555555555554444", "mastercard"),
        new("mastercard_debit", "5200828282828210", "mastercard", "debit"),
        new("mastercard_prepaid", "5105105105105100", "mastercard", "prepaid"),
        new("amex", "378282246310005", "amex"),
        new("discover", "6011111111111117", "discover"),
        new("diners", "3056930009020004", "diners"),
        new("jcb", "3566002020360505", "jcb"),
        new("unionpay", "6200000000000005", "unionpay"),
        Declining("chargeDeclined", "4000000000000002", CardDecline.Declined("generic_decline")),
        Declining(
            "chargeDeclinedInsufficientFunds",
            "4000000000009995",
            CardDecline.Declined("insufficient_funds", "Your card has insufficient funds.")),
        Declining("chargeDeclinedLostCard", "4000000000009987", CardDecline.Declined("lost_card")),
        Declining("chargeDeclinedStolenCard", "4000000000009979", CardDecline.Declined("stolen_card")),
        Declining("chargeDeclinedExpiredCard", "4000000000000069", new("expired_card", null, "Your card has expired.")),
        Declining("chargeDeclinedIncorrectCvc", "4000000000000127", new("incorrect_cvc", null, "Your card's security code is incorrect.")),
        Declining(
            "chargeDeclinedProcessingError",
            "4000000000000119",
            new("processing_error", null, "An error occurred while processing your card. Try again in a little bit.")),
        Declining("chargeDeclinedVelocityLimitExceeded", "4000000000006975", CardDecline.Declined("card_velocity_exceeded")),
        Declining("radarBlock", "4100000000000019", CardDecline.Declined("fraudulent")),
        Declining("chargeCustomerFail", "4000000000000341", CardDecline.Declined("generic_decline")) with { CanBeSaved = true },
        new("authenticationRequired", "4000002760003184") { Authentication = CardAuthentication.Always },
        new("authenticationRequiredOnSetup", "4000002500003155") { Authentication = CardAuthentication.UntilSetUp },
        new("threeDSecure2Required", "4000000000003220") { Authentication = CardAuthentication.Always },
        new("threeDSecureRequired", "4000000000003063") { Authentication = CardAuthentication.Always },
        new("threeDSecureOptional", "4000000000003055"),
        new("authenticationRequiredChargeDeclinedInsufficientFunds", "4000008260003178")
        {
            Authentication = CardAuthentication.Always,
            Decline = CardDecline.Declined("insufficient_funds", "Your card has insufficient funds."),
            CanBeSaved = true,
        },
        new("threeDSecureRequiredChargeDeclined", "4000008400001629")
        {
            Authentication = CardAuthentication.Always,
            Decline = CardDecline.Declined("generic_decline"),
            CanBeSaved = true,
        },
        new("pendingRefund", "4000000000007726") { Refunds = RefundBehaviour.PendsFirst },
        new("refundFail", "4000000000005126") { Refunds = RefundBehaviour.FailsLater },
    ];

    private static readonly FrozenDictionary<string, TestCard> ByName = All.ToFrozenDictionary(card => card.Name);

    private static readonly FrozenDictionary<string, TestCard> ByNumber =
        All.DistinctBy(card => card.Number).ToFrozenDictionary(card => card.Number);

    public static TestCard? ByToken(string token) =>
        token.StartsWith("pm_card_", StringComparison.Ordinal) ? Named(token["pm_card_".Length..])
        : token.StartsWith("tok_", StringComparison.Ordinal) ? Named(token["tok_".Length..])
        : null;

    public static TestCard? WithNumber(string number) => ByNumber.GetValueOrDefault(number.Replace(" ", "", StringComparison.Ordinal));

    // pm_card_visa_chargeDeclined is an older name of pm_card_chargeDeclined.
    private static TestCard? Named(string name) => ByName.GetValueOrDefault(name)
        ?? (name.StartsWith("visa_", StringComparison.Ordinal) ? ByName.GetValueOrDefault(name["visa_".Length..]) : null);

    private static TestCard Declining(string name, string number, CardDecline decline) => new(name, number) { Decline = decline };
}
