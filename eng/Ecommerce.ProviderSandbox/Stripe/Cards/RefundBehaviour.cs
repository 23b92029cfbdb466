namespace Ecommerce.ProviderSandbox.Stripe.Cards;

internal enum RefundBehaviour
{
    Succeeds,

    /// <summary>Pending first, succeeded a moment later.</summary>
    PendsFirst,

    /// <summary>Succeeded first, failed a moment later.</summary>
    FailsLater,
}
