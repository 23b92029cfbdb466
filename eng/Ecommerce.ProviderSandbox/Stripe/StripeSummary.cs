using System.Text.Json;
using Ecommerce.ProviderSandbox.Hosting;
using Ecommerce.ProviderSandbox.Stripe.Payments;
using Ecommerce.ProviderSandbox.Stripe.Wire;

namespace Ecommerce.ProviderSandbox.Stripe;

/// <summary>What a test needs to prove that each order was charged once.</summary>
internal sealed class StripeSummary(StripeState state, StripeSettings settings) : IStripeEndpoints
{
    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/sandbox/stripe/summary", ShowAsync);

    private Task ShowAsync(HttpContext context)
    {
        var order = context.Request.Query["order"].ToString();
        var onlySeveral = context.Request.Query["duplicates"] == "true";
        var payments = state.Payments.Snapshot();
        var totals = new StripeTotals();
        totals.Add(state.Evicted);
        payments.ForEach(totals.Add);
        var orders = payments
            .GroupBy(payment => payment.Current.Metadata[settings.OrderMetadataKey] ?? "")
            .Where(group => group.Key.Length > 0 && (order.Length == 0 || group.Key == order))
            .Where(group => !onlySeveral || group.Count(payment => payment.Current.IsLive) > 1);
        return new WireAnswer(200, WireJson.Render(json => Write(json, totals, orders))).WriteAsync(context);
    }

    private void Write(Utf8JsonWriter json, StripeTotals totals, IEnumerable<IGrouping<string, StripePayment>> orders)
    {
        json.WriteStartObject();
        json.WriteNumber("payments"u8, totals.Payments);
        json.WriteNumber("evicted"u8, state.Evicted.Payments);
        totals.Write(json);
        json.WriteStartObject("orders"u8);
        foreach (var order in orders)
        {
            var intents = order.Select(payment => payment.Current).ToList();
            json.WriteStartObject(order.Key);
            json.WriteNumber("intents"u8, intents.Count);
            json.WriteNumber("live"u8, intents.Count(intent => intent.IsLive));
            json.WriteNumber("authorized"u8, intents.Sum(intent => intent.AmountCapturable));
            json.WriteNumber("captured"u8, intents.Sum(intent => intent.AmountReceived));
            json.WriteNumber("refunded"u8, order.Sum(payment => payment.AmountRefunded));
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
