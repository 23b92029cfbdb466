using Ecommerce.ProviderSandbox.Hosting;
using Ecommerce.ProviderSandbox.Stripe.Events;
using Ecommerce.ProviderSandbox.Stripe.Wire;

namespace Ecommerce.ProviderSandbox.Stripe;

internal sealed class StripeProvider(IEnumerable<IStripeEndpoints> resources, StripePipeline pipeline, StripeState state, StripeEvents events)
    : IProvider
{
    public const string ProviderName = "stripe";

    public string Name => ProviderName;

    public bool WaitsInsideWork => true;

    public void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("");
        group.WithMetadata(new ProviderTag(this));
        foreach (var resource in resources)
        {
            // The bank's page and the summary are the sandbox's own: no fault strikes them.
            resource.Map(resource is Authentication.AuthenticationEndpoints or StripeSummary ? routes : group);
        }

        group.Map("/v1/{**rest}", StripePipeline.NoSuchUrlAsync).WithOrder(1000);
    }

    public WireAnswer Failure(int status) => new(
        status,
        WireJson.Render(StripeErrors.Server(status), static (json, error) => error.Write(json, StripeExpansion.None)),
        status == 429 ? [new("Retry-After", "1")] : []);

    public void Reset()
    {
        state.Clear();
        events.All.Clear();
        pipeline.Reset();
    }
}
