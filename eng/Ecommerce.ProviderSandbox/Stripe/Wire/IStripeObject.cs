namespace Ecommerce.ProviderSandbox.Stripe.Wire;

/// <summary>A snapshot of an API object.</summary>
internal interface IStripeObject : IStripeBody
{
    string Id { get; }
}
