using System.Text.Json;

namespace Ecommerce.ProviderSandbox.Shippo;

internal sealed record ShippoAddress(string Id, DateTimeOffset CreatedAt, IReadOnlyDictionary<string, string> Fields, bool? IsResidential)
    : IShippoObject
{
    private static readonly string[] Names =
    [
        "name", "company", "street1", "street2", "street3", "street_no", "city", "state", "zip", "country", "phone", "email", "metadata",
    ];

    public string? this[string name] => Fields.GetValueOrDefault(name);

    public bool IsComplete => this["name"] is not null && this["street1"] is not null && this["city"] is not null
        && this["zip"] is not null && this["country"] is not null;

    public static ShippoAddress Read(JsonElement item, string id, DateTimeOffset now) => new(
        id,
        now,
        Names.Select(name => (Name: name, Value: ShippoJson.Text(item, name)))
            .Where(field => field.Value is { Length: > 0 })
            .ToDictionary(field => field.Name, field => field.Value!, StringComparer.Ordinal),
        item.TryGetProperty("is_residential", out var flag) && flag.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? flag.ValueKind == JsonValueKind.True
            : null);

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.Head(Id, CreatedAt);
        foreach (var name in Names)
        {
            json.WriteString(name, this[name] ?? "");
        }

        if (IsResidential is { } residential)
        {
            json.WriteBoolean("is_residential"u8, residential);
        }

        json.WriteBoolean("is_complete"u8, IsComplete);
        json.WriteStartObject("validation_results"u8);
        json.WriteBoolean("is_valid"u8, IsComplete);
        json.WriteStartArray("messages"u8);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
