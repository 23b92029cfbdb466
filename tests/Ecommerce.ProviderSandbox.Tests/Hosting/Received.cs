using System.Text;
using System.Text.Json;

namespace Ecommerce.ProviderSandbox.Tests.Hosting;

/// <summary>One webhook as it came in.</summary>
public sealed record Received(string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Body);

    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>The type of a Stripe event.</summary>
    public string Type => Json.GetProperty("type").GetString()!;
}
