using System.Text.Json.Nodes;

namespace Ecommerce.GatewayService.Docs;

/// <summary>The schemas of all services. The same under the same name is one; another under the same name gets its service's name before it.</summary>
internal sealed class PlatformSchemas
{
    private const string Reference = "#/components/schemas/";

    // What a schema is, with everything that it refers to.
    private readonly Dictionary<string, string> _meanings = new(StringComparer.Ordinal);

    public JsonObject All { get; } = [];

    /// <summary><c>Order</c> for <c>order-service</c>.</summary>
    public static string Prefix(string service) => char.ToUpperInvariant(service[0]) + service[1..service.IndexOf('-', StringComparison.Ordinal)];

    /// <summary>A copy of a part of a service's document, its references turned to the schemas here; those are taken over.</summary>
    public JsonNode Take(string service, JsonObject document, JsonNode part)
    {
        var copy = part.DeepClone();
        foreach (var reference in References(copy).ToArray())
        {
            var name = reference["$ref"]!.GetValue<string>()[Reference.Length..];
            reference["$ref"] = Reference + NameFor(service, document, name);
        }

        return copy;
    }

    private string NameFor(string service, JsonObject document, string name)
    {
        if (document["components"]?["schemas"]?[name] is not { } schema)
        {
            return name;
        }

        var meaning = Meaning(document, name, []);
        var given = name;
        if (_meanings.TryGetValue(name, out var known) && known != meaning)
        {
            given = Prefix(service) + name;
        }

        // Before its parts are taken: it may refer to itself.
        if (_meanings.TryAdd(given, meaning))
        {
            All[given] = Take(service, document, schema);
        }

        return given;
    }

    private static string Meaning(JsonObject document, string name, HashSet<string> seen)
    {
        if (!seen.Add(name) || document["components"]?["schemas"]?[name] is not { } schema)
        {
            return name;
        }

        return name + schema.ToJsonString() + string.Concat(References(schema).Select(reference => Meaning(document, reference["$ref"]!.GetValue<string>()[Reference.Length..], seen)));
    }

    private static IEnumerable<JsonObject> References(JsonNode? node) => node switch
    {
        JsonObject one when one["$ref"] is JsonValue value && value.TryGetValue<string>(out var target) && target.StartsWith(Reference, StringComparison.Ordinal) => [one],
        JsonObject many => many.SelectMany(pair => References(pair.Value)),
        JsonArray list => list.SelectMany(References),
        _ => [],
    };
}
