using System.Text.Json.Nodes;
using Ecommerce.GatewayService.Routing;

namespace Ecommerce.GatewayService.Docs;

/// <summary>Makes one OpenAPI document of those of the services: what goes through the gateway, and nothing else.</summary>
internal static class PlatformDocument
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "options", "head", "patch"];

    /// <param name="services">Each service's document; null where it could not be had.</param>
    public static JsonObject Of(IReadOnlyList<(string Service, JsonObject? Document)> services)
    {
        var missing = services.Where(service => service.Document is null).Select(service => service.Service).ToArray();
        var paths = new JsonObject();
        var schemas = new PlatformSchemas();
        var operationIds = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (service, document) in services)
        {
            foreach (var (path, item) in document?["paths"] as JsonObject ?? [])
            {
                if (IsRouted(path, service) && item is JsonObject operations && !paths.ContainsKey(path))
                {
                    paths[path] = Rename((JsonObject)schemas.Take(service, document!, operations), service, operationIds);
                }
            }
        }

        return new JsonObject
        {
            ["openapi"] = "3.1.1",
            ["info"] = new JsonObject
            {
                ["title"] = "E-commerce platform",
                ["version"] = "v1",
                ["description"] = missing.Length == 0
                    ? "Everything that goes through the gateway."
                    : $"Everything that goes through the gateway. **Not to be reached just now, so not shown:** {string.Join(", ", missing)}.",
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "/" }),
            ["x-missing-services"] = new JsonArray([.. missing.Select(name => (JsonNode)name)]),
            ["security"] = new JsonArray(new JsonObject(), new JsonObject { ["bearer"] = new JsonArray() }),
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["securitySchemes"] = new JsonObject
                {
                    ["bearer"] = new JsonObject
                    {
                        ["type"] = "http",
                        ["scheme"] = "bearer",
                        ["bearerFormat"] = "JWT",
                        ["description"] = "An access token, as POST /api/v1/auth/login gives it.",
                    },
                },
                ["schemas"] = schemas.All,
            },
        };
    }

    private static bool IsRouted(string path, string service)
    {
        var segments = path.Split('/');
        return PlatformRoutes.All.Any(route =>
            route.Service == service
            && route.Path.Split('/') is var wanted
            && wanted.Length <= segments.Length
            && wanted.Zip(segments).All(pair => pair.First == "*" || string.Equals(pair.First, pair.Second, StringComparison.OrdinalIgnoreCase)));
    }

    // The id of an operation is one of a kind in a document.
    private static JsonObject Rename(JsonObject item, string service, HashSet<string> taken)
    {
        foreach (var operation in Methods.Select(method => item[method]).OfType<JsonObject>())
        {
            if (operation["operationId"]?.GetValue<string>() is { } id && !taken.Add(id))
            {
                operation["operationId"] = PlatformSchemas.Prefix(service) + id;
                taken.Add(PlatformSchemas.Prefix(service) + id);
            }
        }

        return item;
    }
}
