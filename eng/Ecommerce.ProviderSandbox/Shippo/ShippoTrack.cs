using System.Text.Json;

namespace Ecommerce.ProviderSandbox.Shippo;

internal sealed record ShippoTrack(string Carrier, string Number, ShippoTrackStep[] History) : IShippoObject
{
    /// <summary>The order in which a parcel moves by itself.</summary>
    public static readonly string[] Course = ["PRE_TRANSIT", "TRANSIT", "DELIVERED"];

    public static readonly string[] Statuses = ["UNKNOWN", .. Course, "RETURNED", "FAILURE"];

    public string Id => Number;

    public string? Transaction { get; init; }

    public string? Metadata { get; init; }

    public ShippoAddress? From { get; init; }

    public ShippoAddress? To { get; init; }

    public ShippoService? Service { get; init; }

    public string Status => History.Length == 0 ? "UNKNOWN" : History[^1].Status;

    public bool IsFinished => Status is "DELIVERED" or "RETURNED" or "FAILURE";

    /// <summary>What comes next by itself, or null at the end.</summary>
    public string? Next => IsFinished ? null : Course[Array.IndexOf(Course, Status) + 1];

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("carrier"u8, Carrier);
        json.WriteString("tracking_number"u8, Number);
        Location(json, "address_from", From);
        Location(json, "address_to", To);
        json.Optional("transaction", Transaction);
        json.WriteString("metadata"u8, Metadata ?? "");
        json.WriteStartArray("messages"u8);
        json.WriteEndArray();
        if (Service is not null)
        {
            json.WriteStartObject("servicelevel"u8);
            json.WriteString("name"u8, Service.Name);
            json.WriteString("token"u8, Service.Token);
            json.WriteEndObject();
        }

        if (History.Length > 0)
        {
            json.WritePropertyName("tracking_status"u8);
            History[^1].Write(json);
        }

        json.WriteStartArray("tracking_history"u8);
        foreach (var step in History)
        {
            step.Write(json);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Location(Utf8JsonWriter json, string name, ShippoAddress? address)
    {
        if (address is not null)
        {
            json.WritePropertyName(name);
            ShippoTrackStep.WriteLocation(json, address);
        }
    }
}
