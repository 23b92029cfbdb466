namespace Ecommerce.ProviderSandbox.Stripe.Cards;

/// <summary>One of Stripe's test cards, by the name after <c>pm_card_</c> and by number.</summary>
internal sealed record TestCard(string Name, string Number, string Brand = "visa", string Funding = "credit")
{
    public CardDecline? Decline { get; init; }

    public CardAuthentication Authentication { get; init; }

    /// <summary>Charges are declined, yet the card can be saved.</summary>
    public bool CanBeSaved { get; init; }

    public RefundBehaviour Refunds { get; init; }

    public string Last4 => Number[^4..];
}
