using System.Text.Json;

namespace Ecommerce.ProviderSandbox.Shippo;

internal sealed record ShippoRefund(string Id, DateTimeOffset CreatedAt, string Transaction, string Status) : IShippoObject
{
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.Head(Id, CreatedAt);
        json.WriteString("status"u8, Status);
        json.WriteString("transaction"u8, Transaction);
        json.WriteEndObject();
    }
}
