using System.Text.Json;

namespace Ecommerce.ProviderSandbox.Shippo;

/// <summary>One entry of a parcel's history.</summary>
internal sealed record ShippoTrackStep(string Id, string Status, DateTimeOffset At, ShippoAddress? Where)
{
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("object_id"u8, Id);
        json.WriteString("object_created"u8, At);
        json.WriteString("object_updated"u8, At);
        json.WriteString("status"u8, Status);
        json.WriteString("status_date"u8, At);
        json.WriteString("status_details"u8, Details(Status));
        if (Where is not null)
        {
            json.WritePropertyName("location"u8);
            WriteLocation(json, Where);
        }

        json.WriteEndObject();
    }

    public static void WriteLocation(Utf8JsonWriter json, ShippoAddress address)
    {
        json.WriteStartObject();
        foreach (var name in new[] { "city", "state", "zip", "country" })
        {
            json.WriteString(name, address[name] ?? "");
        }

        json.WriteEndObject();
    }

    private static string Details(string status) => status switch
    {
        "PRE_TRANSIT" => "Shipping label has been created.",
        "TRANSIT" => "Your shipment has departed from the origin.",
        "DELIVERED" => "Your shipment has been delivered.",
        "RETURNED" => "Your shipment has been returned to the original sender.",
        "FAILURE" => "The carrier could not deliver your shipment.",
        _ => "No tracking information is available yet.",
    };
}
