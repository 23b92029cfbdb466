using System.Text.Json;

namespace Ecommerce.ProviderSandbox.Stripe.Wire;

/// <summary>An immutable, ordered set of metadata.</summary>
internal sealed class StripeMetadata
{
    private readonly KeyValuePair<string, string>[] pairs;

    private StripeMetadata(KeyValuePair<string, string>[] pairs) => this.pairs = pairs;

    public static StripeMetadata Empty { get; } = new([]);

    public int Count => pairs.Length;

    public string? this[string key] => Array.Find(pairs, pair => pair.Key == key).Value;

    public StripeMetadata With(string key, string value) => new([.. pairs.Where(pair => pair.Key != key), new(key, value)]);

    public StripeMetadata Without(string key) => new([.. pairs.Where(pair => pair.Key != key)]);

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject("metadata"u8);
        foreach (var (key, value) in pairs)
        {
            json.WriteString(key, value);
        }

        json.WriteEndObject();
    }
}
