using System.Globalization;
using System.Text.Json;
using Ecommerce.SharedKernel.Results;
using Ecommerce.ShippingService.Application.Ports;
using Ecommerce.ShippingService.Domain;

namespace Ecommerce.ShippingService.Infrastructure.Shippo;

/// <summary>Labels and tracks by Shippo. Our id travels in <c>metadata</c>, so that a webhook finds its way back.</summary>
internal sealed class ShippoCarrier(ShippoApi shippo) : ICarrier
{
    private const int LightestGrams = 50;

    public async Task<Result<string>> ChooseRateAsync(Label label, CancellationToken cancellationToken)
    {
        var reply = await shippo.PostAsync("/shipments", Shipment(label), cancellationToken);
        if (!reply.IsSuccess)
        {
            return reply.IsRefused ? ShippingErrors.LabelRefused("the address or the parcel is not accepted.") : ShippingErrors.CarrierAway;
        }

        var rates = reply.Body.GetProperty("rates").EnumerateArray().ToList();
        if (rates.Count == 0)
        {
            return ShippingErrors.LabelRefused("nobody carries this parcel there.");
        }

        var chosen = label.Fastest ? rates.MinBy(rate => rate.GetProperty("estimated_days").GetInt32()) : rates.MinBy(Price);
        return ShippoReader.Text(chosen, "object_id")!;
    }

    public async Task<Result<BoughtLabel>?> BuyAsync(Label label, CancellationToken cancellationToken)
    {
        var reply = await shippo.PostAsync(
            "/transactions", new { rate = label.RateReference, label_file_type = "PDF_4x6", async = false, metadata = label.Id.ToString() },
            cancellationToken);
        if (reply.IsSuccess)
        {
            return Bought(reply.Body);
        }

        return reply.IsRefused ? (Result<BoughtLabel>?)ShippingErrors.LabelRefused("the rate is not sold any more.") : null;
    }

    public async Task<Result<BoughtLabel>?> FindAsync(Label label, CancellationToken cancellationToken)
    {
        var reply = await shippo.GetAsync($"/transactions?rate={label.RateReference}&results=5", cancellationToken);
        if (!reply.IsSuccess || !reply.Body.TryGetProperty("results", out var results))
        {
            return null;
        }

        foreach (var transaction in results.EnumerateArray())
        {
            if (ShippoReader.Text(transaction, "status") != "ERROR")
            {
                return Bought(transaction);
            }
        }

        return (Result<BoughtLabel>?)ShippingErrors.LabelRefused("none was bought.");
    }

    public async Task<ParcelNews?> TrackAsync(string carrier, string trackingNumber, CancellationToken cancellationToken)
    {
        var reply = await shippo.GetAsync(
            $"/tracks/{Uri.EscapeDataString(carrier.ToLowerInvariant())}/{Uri.EscapeDataString(trackingNumber)}", cancellationToken);
        return reply.IsSuccess ? ShippoReader.News(reply.Body) : null;
    }

    // QUEUED and WAITING: bought, but the label is not there yet. It is looked for again.
    private static Result<BoughtLabel>? Bought(JsonElement transaction) => ShippoReader.Text(transaction, "status") switch
    {
        "SUCCESS" when ShippoReader.Label(transaction) is { } label => (Result<BoughtLabel>?)label,
        "ERROR" => (Result<BoughtLabel>?)ShippingErrors.LabelRefused(ShippoReader.Message(transaction)),
        _ => null,
    };

    private static decimal Price(JsonElement rate) =>
        decimal.Parse(ShippoReader.Text(rate, "amount") ?? "0", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    private static object Shipment(Label label) => new
    {
        address_from = Address(label.From),
        address_to = Address(label.To),
        parcels = new[]
        {
            new
            {
                length = "30", width = "20", height = "12", distance_unit = "cm",
                weight = Math.Max(label.WeightGrams, LightestGrams).ToString(CultureInfo.InvariantCulture), mass_unit = "g",
            },
        },
        metadata = label.Id.ToString(),
        async = false,
    };

    private static object Address(PostalAddress address) => new
    {
        name = address.Name,
        street1 = address.Line1,
        street2 = address.Line2 ?? "",
        city = address.City,
        state = address.Region ?? "",
        zip = address.PostalCode ?? "",
        country = address.Country,
        phone = address.Phone ?? "",
    };
}
