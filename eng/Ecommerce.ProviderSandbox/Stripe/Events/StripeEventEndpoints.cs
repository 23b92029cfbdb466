using Ecommerce.ProviderSandbox.Stripe.Wire;

namespace Ecommerce.ProviderSandbox.Stripe.Events;

internal sealed class StripeEventEndpoints(StripeEvents events, StripePipeline pipeline) : IStripeEndpoints
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/events", pipeline.Serve(new(
            StripeExpandable.Event, [.. StripePaging.Parameters, "type", "types[*]", "delivery_success"], List, isList: true)));
        routes.MapGet("/v1/events/{id}", pipeline.Serve(new(StripeExpandable.Event, [], Retrieve)));
    }

    private StripeAnswer List(StripeRequest request)
    {
        string[] types =
        [
            .. request.Form.Fields
                .Where(field => field.Key == "type" || field.Key.StartsWith("types[", StringComparison.Ordinal))
                .Select(field => field.Value),
        ];
        return StripePaging.List(
            request, events.All, item => item, item => item.Created, item => types.Length == 0 || types.Any(type => Fits(type, item.Type)));
    }

    private StripeAnswer Retrieve(StripeRequest request) => events.All.Find(request.Id) is { } found
        ? StripeAnswer.Ok(found)
        : StripeAnswer.Failed(StripeErrors.NotFound("event", request.Id));

    private static bool Fits(string wanted, string type) => wanted.EndsWith(".*", StringComparison.Ordinal)
        ? type.StartsWith(wanted[..^1], StringComparison.Ordinal)
        : type == wanted;
}
