using System.Net.Http.Json;
using System.Text.Json;

namespace Ecommerce.GatewayService.Tests;

internal static class Responses
{
    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage response) => await response.Content.ReadFromJsonAsync<JsonElement>();

    /// <summary>The stable code of a refusal.</summary>
    public static async Task<string?> CodeAsync(this HttpResponseMessage response) => (await response.JsonAsync()).GetProperty("code").GetString();

    /// <summary>The JSON object in a raw answer, chunked or not.</summary>
    public static string Body(string answer)
    {
        var body = answer[answer.IndexOf("\r\n\r\n", StringComparison.Ordinal)..];
        return body[body.IndexOf('{', StringComparison.Ordinal)..(body.LastIndexOf('}') + 1)];
    }
}
