using System.Globalization;
using System.Text.Json;
using Ecommerce.ShippingService.Domain;

namespace Ecommerce.ShippingService.Infrastructure.Shippo;

/// <summary>Reads Shippo's objects into our words.</summary>
internal static class ShippoReader
{
    public static BoughtLabel? Label(JsonElement transaction) =>
        Text(transaction, "object_id") is { } id && Text(transaction, "tracking_number") is { Length: > 0 } number
        && Text(transaction, "label_url") is { Length: > 0 } url
            ? new BoughtLabel(id, "USPS", number, Text(transaction, "tracking_url_provider") is { Length: > 0 } tracking ? tracking : null, url)
            : null;

    public static string Message(JsonElement transaction) =>
        transaction.TryGetProperty("messages", out var messages) && messages.ValueKind == JsonValueKind.Array && messages.GetArrayLength() > 0
            ? Text(messages[0], "text") ?? "no reason is given."
            : "no reason is given.";

    public static ParcelNews? News(JsonElement track)
    {
        if (!track.TryGetProperty("tracking_status", out var status) || status.ValueKind != JsonValueKind.Object
            || !DateTimeOffset.TryParse(Text(status, "status_date"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            || StatusOf(status) is not { } known)
        {
            return null;
        }

        var detail = Text(status, "status_details");
        return new ParcelNews(known, detail is { Length: > 500 } ? detail[..500] : detail, at);
    }

    public static string? Text(JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String
            ? member.GetString()
            : null;

    private static ShipmentStatus? StatusOf(JsonElement status) => Text(status, "status") switch
    {
        "TRANSIT" => IsOutForDelivery(status) ? ShipmentStatus.OutForDelivery : ShipmentStatus.InTransit,
        "DELIVERED" => ShipmentStatus.Delivered,
        "RETURNED" => ShipmentStatus.ReturnedToSender,
        "FAILURE" => ShipmentStatus.Exception,
        _ => null,
    };

    private static bool IsOutForDelivery(JsonElement status) =>
        status.TryGetProperty("substatus", out var substatus) && Text(substatus, "code") == "out_for_delivery";
}
