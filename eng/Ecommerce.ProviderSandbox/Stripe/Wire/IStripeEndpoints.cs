namespace Ecommerce.ProviderSandbox.Stripe.Wire;

/// <summary>The routes of one resource.</summary>
internal interface IStripeEndpoints
{
    void Map(IEndpointRouteBuilder routes);
}
