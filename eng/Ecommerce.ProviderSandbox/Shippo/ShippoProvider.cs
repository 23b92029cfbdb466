using Ecommerce.ProviderSandbox.Hosting;

namespace Ecommerce.ProviderSandbox.Shippo;

internal sealed class ShippoProvider(ShippoGate gate, ShippoShipments shipments, ShippoLabels labels, ShippoTracks tracks, ShippoState state)
    : IProvider
{
    public const string ProviderName = "shippo";

    public string Name => ProviderName;

    public bool WaitsInsideWork => false;

    public void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("");
        group.WithMetadata(new ProviderTag(this));
        group.MapPost("/addresses", gate.Write(shipments.CreateAddress));
        group.MapGet("/addresses/{id}", gate.Read(state.Addresses.Find));
        group.MapPost("/shipments", gate.Write(shipments.Create));
        group.MapGet("/shipments/{id}", gate.Read(state.Shipments.Find));
        group.MapGet("/shipments/{id}/rates", gate.Read(shipments.ListRates));
        group.MapGet("/rates/{id}", gate.Read(state.Rates.Find));
        group.MapPost("/transactions", gate.Write(labels.Buy));
        group.MapGet("/transactions/{id}", gate.Read(state.Transactions.Find));
        group.MapPost("/refunds", gate.Write(labels.Refund));
        group.MapGet("/refunds/{id}", gate.Read(state.Refunds.Find));
        group.MapPost("/tracks", gate.Write(tracks.Register));
        group.MapGet("/tracks/{carrier}/{number}", gate.Read(tracks.Show));
        routes.MapGet("/sandbox/shippo/labels/{id}.pdf", labels.ShowLabelAsync);
        routes.MapPost("/sandbox/shippo/tracks/{number}/advance", tracks.AdvanceAsync);
    }

    public WireAnswer Failure(int status) => status == 429
        ? ShippoProblems.Detail(429, "Request was throttled.", new KeyValuePair<string, string>("Retry-After", "1"))
        : ShippoProblems.Detail(status, status >= 500 ? "Internal Server Error" : "The sandbox was told to refuse this request.");

    public void Reset() => state.Clear();
}
