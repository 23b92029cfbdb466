using System.Text.Json;

namespace Ecommerce.ProviderSandbox.Shippo;

internal sealed record ShippoShipment(
    string Id, DateTimeOffset CreatedAt, ShippoAddress From, ShippoAddress To, ShippoAddress? Return, ShippoParcel[] Parcels, ShippoRate[] Rates)
    : IShippoObject
{
    public string Status { get; init; } = "SUCCESS";

    public string? Metadata { get; init; }

    public string? ShipmentDate { get; init; }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.Head(Id, CreatedAt);
        json.WriteString("status"u8, Status);
        json.WritePropertyName("address_from"u8);
        From.Write(json);
        json.WritePropertyName("address_to"u8);
        To.Write(json);
        json.WritePropertyName("address_return"u8);
        (Return ?? From).Write(json);
        json.WriteStartArray("carrier_accounts"u8);
        json.WriteEndArray();
        json.Messages([]);
        json.WriteString("metadata"u8, Metadata ?? "");
        json.Optional("shipment_date", ShipmentDate);
        json.WriteStartArray("parcels"u8);
        foreach (var parcel in Parcels)
        {
            parcel.Write(json);
        }

        json.WriteEndArray();
        json.WriteStartArray("rates"u8);
        foreach (var rate in Status == "SUCCESS" ? Rates : [])
        {
            rate.Write(json);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
