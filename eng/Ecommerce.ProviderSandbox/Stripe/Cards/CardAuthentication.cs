namespace Ecommerce.ProviderSandbox.Stripe.Cards;

internal enum CardAuthentication
{
    None,

    /// <summary>3-D Secure on every payment, saved or not.</summary>
    Always,

    /// <summary>3-D Secure until the card has been set up for later use.</summary>
    UntilSetUp,
}
