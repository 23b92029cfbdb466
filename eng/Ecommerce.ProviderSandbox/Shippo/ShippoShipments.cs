using System.Globalization;
using System.Text.Json;
using Ecommerce.ProviderSandbox.Hosting;
using Ecommerce.ProviderSandbox.Storage;
using Ecommerce.ProviderSandbox.Webhooks;

namespace Ecommerce.ProviderSandbox.Shippo;

/// <summary>Addresses, shipments and their rates.</summary>
internal sealed class ShippoShipments(ShippoState state, DueQueue due, TimeProvider time)
{
    private static readonly TimeSpan RatingTime = TimeSpan.FromMilliseconds(300);

    public WireAnswer CreateAddress(HttpContext context, JsonElement body)
    {
        var problems = new ShippoProblems();
        if (ReadAddress(body, "", problems) is not { } address)
        {
            return problems.Answer();
        }

        return new WireAnswer(201, ShippoJson.Render(address));
    }

    public WireAnswer Create(HttpContext context, JsonElement body)
    {
        var problems = new ShippoProblems();
        var from = Address(body, "address_from", problems);
        var to = Address(body, "address_to", problems);
        var back = body.TryGetProperty("address_return", out _) ? Address(body, "address_return", problems) : null;
        var parcels = Parcels(body, problems);
        if (problems.Any || from is null || to is null)
        {
            return problems.Answer();
        }

        var isAsync = body.TryGetProperty("async", out var flag) && flag.ValueKind == JsonValueKind.True;
        var id = WireIds.Hex();
        var shipment = new ShippoShipment(id, time.GetUtcNow(), from, to, back, parcels, Rates(id, from, to, parcels))
        {
            Status = isAsync ? "QUEUED" : "SUCCESS",
            Metadata = ShippoJson.Text(body, "metadata"),
            ShipmentDate = ShippoJson.Text(body, "shipment_date"),
        };
        state.Shipments.Add(shipment);
        Array.ForEach(shipment.Rates, state.Rates.Add);
        if (isAsync)
        {
            due.In(RatingTime, () => state.Shipments.Change(id, item => (item is null ? null : item with { Status = "SUCCESS" }, true)));
        }

        return new WireAnswer(201, ShippoJson.Render(shipment));
    }

    public WireAnswer ListRates(HttpContext context)
    {
        if (state.Shipments.Find((string)context.Request.RouteValues["id"]!) is not { } shipment)
        {
            return ShippoProblems.Detail(404, "Not found.");
        }

        return new WireAnswer(200, WireJson.Render(shipment, static (json, whole) =>
        {
            json.WriteStartObject();
            json.WriteStartArray("results"u8);
            foreach (var rate in whole.Rates)
            {
                rate.Write(json);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }));
    }

    private ShippoAddress? Address(JsonElement body, string field, ShippoProblems problems)
    {
        if (!body.TryGetProperty(field, out var given))
        {
            problems.Required(field);
            return null;
        }

        if (given.ValueKind != JsonValueKind.String)
        {
            return ReadAddress(given, field, problems);
        }

        var known = state.Addresses.Find(given.GetString()!);
        if (known is null)
        {
            problems.Add(field, $"Address with supplied object_id not found: {given.GetString()}");
        }

        return known;
    }

    private ShippoAddress? ReadAddress(JsonElement item, string field, ShippoProblems problems)
    {
        var country = ShippoJson.Text(item, "country");
        if (item.ValueKind != JsonValueKind.Object || country is null)
        {
            problems.Add(field.Length == 0 ? "country" : field, field.Length == 0 ? "This field is required." : "country: This field is required.");
            return null;
        }

        if (country.Length != 2)
        {
            problems.Add(field.Length == 0 ? "country" : field, $"'{country}' is not a valid ISO 3166 country code.");
            return null;
        }

        var address = ShippoAddress.Read(item, WireIds.Hex(), time.GetUtcNow());
        state.Addresses.Add(address);
        return address;
    }

    private ShippoParcel[] Parcels(JsonElement body, ShippoProblems problems)
    {
        if (!body.TryGetProperty("parcels", out var list) || list.ValueKind != JsonValueKind.Array || list.GetArrayLength() == 0)
        {
            problems.Required("parcels");
            return [];
        }

        return
        [
            .. list.EnumerateArray()
                .Select(item => ShippoParcel.Read(item, WireIds.Hex(), time.GetUtcNow(), "parcels", problems))
                .OfType<ShippoParcel>(),
        ];
    }

    private ShippoRate[] Rates(string shipment, ShippoAddress from, ShippoAddress to, ShippoParcel[] parcels)
    {
        var kilograms = parcels.Sum(parcel => parcel.Kilograms);
        var zone = Zone(from, to);
        return
        [
            .. ShippoService.All.Select((service, index) => new ShippoRate(
                WireIds.Hex(),
                time.GetUtcNow(),
                shipment,
                service,
                service.Price(kilograms, zone),
                zone,
                index == 0 ? ["CHEAPEST", "BESTVALUE"] : index == ShippoService.All.Count - 1 ? ["FASTEST"] : [])),
        ];
    }

    /// <summary>1 to 8 by the distance of the postal codes' first digits; 9 abroad.</summary>
    private static int Zone(ShippoAddress from, ShippoAddress to)
    {
        if (!string.Equals(from["country"], to["country"], StringComparison.OrdinalIgnoreCase))
        {
            return 9;
        }

        return Math.Clamp(Math.Abs(FirstDigit(from) - FirstDigit(to)) + 1, 1, 8);
    }

    private static int FirstDigit(ShippoAddress address) =>
        CharUnicodeInfo.GetDecimalDigitValue((address["zip"] ?? "").FirstOrDefault(char.IsAsciiDigit, '0'));
}
