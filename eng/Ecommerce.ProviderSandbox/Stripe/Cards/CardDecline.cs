namespace Ecommerce.ProviderSandbox.Stripe.Cards;

/// <summary>How an issuer says no.</summary>
internal sealed record CardDecline(string Code, string? DeclineCode, string Message)
{
    public static CardDecline Declined(string declineCode, string message = "Your card was declined.") =>
        new("card_declined", declineCode, message);

    public static CardDecline AuthenticationRequired { get; } = new(
        "authentication_required",
        "authentication_required",
        "Your card was declined. This transaction requires authentication.");
}
