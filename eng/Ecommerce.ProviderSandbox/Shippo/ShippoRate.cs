using System.Globalization;
using System.Text.Json;

namespace Ecommerce.ProviderSandbox.Shippo;

internal sealed record ShippoRate(
    string Id, DateTimeOffset CreatedAt, string Shipment, ShippoService Service, decimal Amount, int Zone, string[] Attributes)
    : IShippoObject
{
    public void Write(Utf8JsonWriter json)
    {
        var amount = Amount.ToString("0.00", CultureInfo.InvariantCulture);
        json.WriteStartObject();
        json.WriteString("object_id"u8, Id);
        json.WriteString("object_owner"u8, ShippoJson.Owner);
        json.WriteString("object_created"u8, CreatedAt);
        json.WriteBoolean("test"u8, true);
        json.WriteString("amount"u8, amount);
        json.WriteString("currency"u8, "USD"u8);
        json.WriteString("amount_local"u8, amount);
        json.WriteString("currency_local"u8, "USD"u8);
        json.WriteStartArray("attributes"u8);
        foreach (var attribute in Attributes)
        {
            json.WriteStringValue(attribute);
        }

        json.WriteEndArray();
        json.WriteString("carrier_account"u8, ShippoService.CarrierAccount);
        json.WriteString("duration_terms"u8, Service.Terms);
        json.WriteNumber("estimated_days"u8, Service.Days + (Zone / 4));
        json.Messages([]);
        json.WriteString("provider"u8, Service.Provider);
        json.WriteStartObject("servicelevel"u8);
        json.WriteString("name"u8, Service.Name);
        json.WriteString("terms"u8, Service.Terms);
        json.WriteString("token"u8, Service.Token);
        json.WriteString("extended_token"u8, Service.Token);
        json.WriteEndObject();
        json.WriteString("shipment"u8, Shipment);
        json.WriteString("zone"u8, Zone.ToString(CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }
}
