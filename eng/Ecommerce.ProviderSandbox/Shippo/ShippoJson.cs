using System.Text.Json;
using Ecommerce.ProviderSandbox.Hosting;

namespace Ecommerce.ProviderSandbox.Shippo;

internal static class ShippoJson
{
    public const string Owner = "sandbox@shop.invalid";

    public static void Head(this Utf8JsonWriter json, string id, DateTimeOffset createdAt, DateTimeOffset? updatedAt = null)
    {
        json.WriteString("object_id"u8, id);
        json.WriteString("object_owner"u8, Owner);
        json.WriteString("object_created"u8, createdAt);
        json.WriteString("object_updated"u8, updatedAt ?? createdAt);
        json.WriteBoolean("test"u8, true);
    }

    public static void Messages(this Utf8JsonWriter json, IEnumerable<ShippoMessage> messages)
    {
        json.WriteStartArray("messages"u8);
        foreach (var (source, code, text) in messages)
        {
            json.WriteStartObject();
            json.WriteString("source"u8, source);
            json.WriteString("code"u8, code);
            json.WriteString("text"u8, text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void Optional(this Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    public static byte[] Render(IShippoObject item) => WireJson.Render(item, static (json, whole) => whole.Write(json));

    public static string? Text(JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var value)
        && value.ValueKind is JsonValueKind.String or JsonValueKind.Number
            ? value.ToString()
            : null;
}
