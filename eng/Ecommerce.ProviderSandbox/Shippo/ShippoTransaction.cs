using System.Text.Json;

namespace Ecommerce.ProviderSandbox.Shippo;

internal sealed record ShippoTransaction(string Id, DateTimeOffset CreatedAt, string Rate, string LabelFileType) : IShippoObject
{
    public string Status { get; init; } = "SUCCESS";

    public DateTimeOffset? UpdatedAt { get; init; }

    public string TrackingNumber { get; init; } = "";

    public string TrackingStatus { get; init; } = "UNKNOWN";

    public string TrackingUrl { get; init; } = "";

    public string LabelUrl { get; init; } = "";

    public string? Metadata { get; init; }

    public ShippoMessage[] Messages { get; init; } = [];

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.Head(Id, CreatedAt, UpdatedAt);
        json.WriteString("object_state"u8, "VALID"u8);
        json.WriteString("status"u8, Status);
        json.WriteString("rate"u8, Rate);
        json.WriteString("label_file_type"u8, LabelFileType);
        var hasLabel = Status is not ("QUEUED" or "ERROR");
        json.WriteString("tracking_number"u8, hasLabel ? TrackingNumber : "");
        json.WriteString("tracking_status"u8, TrackingStatus);
        json.WriteString("tracking_url_provider"u8, hasLabel ? TrackingUrl : "");
        json.WriteString("label_url"u8, hasLabel ? LabelUrl : "");
        json.WriteString("commercial_invoice_url"u8, "");
        json.WriteString("metadata"u8, Metadata ?? "");
        json.Messages(Messages);
        json.WriteEndObject();
    }
}
