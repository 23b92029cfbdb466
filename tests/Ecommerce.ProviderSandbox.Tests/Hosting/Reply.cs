using System.Net;
using System.Text.Json;

namespace Ecommerce.ProviderSandbox.Tests.Hosting;

/// <summary>A response with its JSON.</summary>
public sealed record Reply(HttpStatusCode Status, JsonElement Json, string Body, IReadOnlyDictionary<string, string> Headers)
{
    public string this[string property] => Json.GetProperty(property).ToString();

    public JsonElement Error => Json.GetProperty("error");

    public string? ErrorCode => Error.TryGetProperty("code", out var code) ? code.GetString() : null;

    internal static async Task<Reply> OfAsync(Task<HttpResponseMessage> sending)
    {
        using var response = await sending;
        var body = await response.Content.ReadAsStringAsync();
        return new(
            response.StatusCode,
            body.StartsWith('{') || body.StartsWith('[') ? JsonSerializer.Deserialize<JsonElement>(body) : default,
            body,
            response.Headers.ToDictionary(header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase));
    }
}
