using System.Text.Json;
using Ecommerce.ProviderSandbox.Hosting;

namespace Ecommerce.ProviderSandbox.Shippo;

/// <summary>Reading and registering parcels, and the control verb that moves them.</summary>
internal sealed class ShippoTracks(ShippoState state, ShippoTracking tracking)
{
    private const string Mock = "SHIPPO_";

    public WireAnswer Register(HttpContext context, JsonElement body)
    {
        var problems = new ShippoProblems();
        var (carrier, number) = (ShippoJson.Text(body, "carrier"), ShippoJson.Text(body, "tracking_number"));
        if (carrier is null)
        {
            problems.Required("carrier");
        }

        if (number is null)
        {
            problems.Required("tracking_number");
        }

        if (problems.Any)
        {
            return problems.Answer();
        }

        var track = Find(carrier!, number!) ?? tracking.Open(new(carrier!, number!, []) { Metadata = ShippoJson.Text(body, "metadata") });
        return new WireAnswer(200, ShippoJson.Render(track));
    }

    public WireAnswer Show(HttpContext context)
    {
        var (carrier, number) = ((string)context.Request.RouteValues["carrier"]!, (string)context.Request.RouteValues["number"]!);

        // Shippo knows every number; of one that is not registered there is no news.
        return new WireAnswer(200, ShippoJson.Render(Find(carrier, number) ?? new ShippoTrack(carrier, number, [])));
    }

    public async Task AdvanceAsync(HttpContext context)
    {
        var body = await BodyReader.ReadAsync(context.Request, 10_000) ?? [];
        await Advance((string)context.Request.RouteValues["number"]!, body).WriteAsync(context);
    }

    private WireAnswer Advance(string number, byte[] body)
    {
        string? status = null;
        try
        {
            if (body.Length > 0)
            {
                using var json = JsonDocument.Parse(body);
                status = ShippoJson.Text(json.RootElement, "status")?.ToUpperInvariant();
            }
        }
        catch (JsonException)
        {
            return ShippoProblems.Detail(400, "not JSON");
        }

        if (status is not null && !ShippoTrack.Statuses.Contains(status))
        {
            return ShippoProblems.Detail(400, $"status is one of {string.Join(", ", ShippoTrack.Statuses)}");
        }

        if (state.Tracks.Find(number) is null)
        {
            return ShippoProblems.Detail(404, "there is no such parcel");
        }

        return tracking.Advance(number, status) is { } moved
            ? new WireAnswer(200, ShippoJson.Render(moved))
            : ShippoProblems.Detail(409, "the parcel is at the end of its way");
    }

    private ShippoTrack? Find(string carrier, string number)
    {
        if (state.Tracks.Find(number) is { } known)
        {
            return known;
        }

        // Shippo's mock numbers: carrier "shippo" with SHIPPO_TRANSIT, SHIPPO_DELIVERED and so on.
        var status = number.StartsWith(Mock, StringComparison.Ordinal) ? number[Mock.Length..] : "";
        return carrier == "shippo" && ShippoTrack.Statuses.Contains(status)
            ? new ShippoTrack(carrier, number, [tracking.Step(status, null)])
            : null;
    }
}
