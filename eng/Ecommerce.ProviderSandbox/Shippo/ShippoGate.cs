using System.Text.Json;
using Ecommerce.ProviderSandbox.Hosting;

namespace Ecommerce.ProviderSandbox.Shippo;

/// <summary>What every Shippo request goes through: token, JSON, answer.</summary>
internal sealed class ShippoGate(ShippoSettings settings)
{
    private const int BodyLimit = 1_000_000;

    public RequestDelegate Read(Func<string, IShippoObject?> find) => context => ServeAsync(context, () =>
        find((string)context.Request.RouteValues["id"]!) is { } found
            ? new WireAnswer(200, ShippoJson.Render(found))
            : ShippoProblems.Detail(404, "Not found."));

    public RequestDelegate Read(Func<HttpContext, WireAnswer> work) => context => ServeAsync(context, () => work(context));

    public RequestDelegate Write(Func<HttpContext, JsonElement, WireAnswer> work) => async context =>
    {
        var body = await BodyReader.ReadAsync(context.Request, BodyLimit) ?? [];
        await ServeAsync(context, () =>
        {
            try
            {
                using var json = JsonDocument.Parse(body);
                return json.RootElement.ValueKind == JsonValueKind.Object
                    ? work(context, json.RootElement)
                    : ShippoProblems.Detail(400, "JSON parse error - an object is expected.");
            }
            catch (JsonException)
            {
                return ShippoProblems.Detail(400, "JSON parse error");
            }
        });
    };

    private Task ServeAsync(HttpContext context, Func<WireAnswer> work)
    {
        var header = context.Request.Headers.Authorization.ToString();
        var token = header.StartsWith("ShippoToken ", StringComparison.OrdinalIgnoreCase) ? header["ShippoToken ".Length..].Trim()
            : header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header["Bearer ".Length..].Trim()
            : "";
        var answer = token.Length == 0 ? ShippoProblems.Detail(401, "Authentication credentials were not provided.")
            : settings.ApiKey is not null && settings.ApiKey != token ? ShippoProblems.Detail(401, "Invalid token.")
            : work();
        return answer.WriteAsync(context);
    }
}
