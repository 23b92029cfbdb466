using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Ecommerce.ProviderSandbox.Tests.Specs;

/// <summary>As much of JSON Schema as the providers' schemas use.</summary>
internal sealed class SchemaChecker(SpecDocument document, bool isForm)
{
    private const string Definitions = "#/definitions/";

    private readonly List<string> problems = [];

    public IReadOnlyList<string> Check(JsonElement value, JsonElement schema)
    {
        Check(value, schema, "$");
        return problems;
    }

    private void Check(JsonElement value, JsonElement schema, string at)
    {
        if (schema.ValueKind is JsonValueKind.True)
        {
            return;
        }

        if (schema.ValueKind is JsonValueKind.False)
        {
            problems.Add($"{at}: nothing is allowed here");
            return;
        }

        if (schema.TryGetProperty("$ref", out var reference))
        {
            var name = Uri.UnescapeDataString(reference.GetString()![Definitions.Length..]).Replace("~1", "/").Replace("~0", "~");
            Check(value, document.Definition(name), at);
            return;
        }

        CheckType(value, schema, at);
        CheckChoices(value, schema, at);
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                CheckObject(value, schema, at);
                break;
            case JsonValueKind.Array:
                CheckArray(value, schema, at);
                break;
            case JsonValueKind.String:
                CheckText(value.GetString()!, schema, at);
                break;
            case JsonValueKind.Number:
                CheckNumber(value.GetDecimal(), schema, at);
                break;
            default:
                break;
        }
    }

    private void CheckType(JsonElement value, JsonElement schema, string at)
    {
        if (schema.TryGetProperty("type", out var type))
        {
            string[] allowed = type.ValueKind == JsonValueKind.Array
                ? [.. type.EnumerateArray().Select(item => item.GetString()!)]
                : [type.GetString()!];
            if (!allowed.Any(name => Is(value, name)))
            {
                problems.Add($"{at}: {Shown(value)} is not {string.Join(" or ", allowed)}");
            }
        }

        if (schema.TryGetProperty("const", out var constant) && !Same(value, constant))
        {
            problems.Add($"{at}: {Shown(value)} is not {constant}");
        }

        if (schema.TryGetProperty("enum", out var listed) && !listed.EnumerateArray().Any(item => Same(value, item)))
        {
            problems.Add($"{at}: {Shown(value)} is not listed");
        }
    }

    private void CheckChoices(JsonElement value, JsonElement schema, string at)
    {
        if (schema.TryGetProperty("allOf", out var all))
        {
            foreach (var part in all.EnumerateArray())
            {
                Check(value, part, at);
            }
        }

        if (schema.TryGetProperty("anyOf", out var any) && !any.EnumerateArray().Any(part => Fits(value, part)))
        {
            Explain(value, any, at, "none of the alternatives fits");
        }

        if (schema.TryGetProperty("oneOf", out var one) && !one.EnumerateArray().Any(part => Fits(value, part)))
        {
            Explain(value, one, at, "not one of the alternatives fits");
        }

        if (schema.TryGetProperty("if", out var condition) && schema.TryGetProperty("then", out var then) && Fits(value, condition))
        {
            Check(value, then, at);
        }
    }

    private void Explain(JsonElement value, JsonElement alternatives, string at, string words)
    {
        var closest = alternatives.EnumerateArray()
            .Select(part => new SchemaChecker(document, isForm).Check(value, part))
            .OrderBy(found => found.Count(problem => problem.StartsWith("$:", StringComparison.Ordinal)))
            .ThenBy(found => found.Count)
            .First();
        problems.Add($"{at}: {words}; closest: {string.Join("; ", closest.Take(5))}");
    }

    private void CheckObject(JsonElement value, JsonElement schema, string at)
    {
        var known = schema.TryGetProperty("properties", out var properties) ? properties : default;
        var hasRest = schema.TryGetProperty("additionalProperties", out var rest);
        foreach (var property in value.EnumerateObject())
        {
            if (known.ValueKind == JsonValueKind.Object && known.TryGetProperty(property.Name, out var inner))
            {
                Check(property.Value, inner, $"{at}.{property.Name}");
            }
            else if (hasRest && rest.ValueKind == JsonValueKind.False)
            {
                problems.Add($"{at}: {property.Name} is not known");
            }
            else if (hasRest)
            {
                Check(property.Value, rest, $"{at}.{property.Name}");
            }
        }

        if (schema.TryGetProperty("required", out var required))
        {
            problems.AddRange(required.EnumerateArray()
                .Where(name => !value.TryGetProperty(name.GetString()!, out _))
                .Select(name => $"{at}: {name} is missing"));
        }

        if (schema.TryGetProperty("maxProperties", out var most) && value.EnumerateObject().Count() > most.GetInt32())
        {
            problems.Add($"{at}: too many properties");
        }
    }

    private void CheckArray(JsonElement value, JsonElement schema, string at)
    {
        var items = value.EnumerateArray().ToList();
        if (schema.TryGetProperty("items", out var inner))
        {
            items.ForEach(item => Check(item, inner, at + "[]"));
        }

        if (schema.TryGetProperty("minItems", out var least) && items.Count < least.GetInt32())
        {
            problems.Add($"{at}: too few items");
        }

        if (schema.TryGetProperty("maxItems", out var most) && items.Count > most.GetInt32())
        {
            problems.Add($"{at}: too many items");
        }

        if (schema.TryGetProperty("uniqueItems", out var unique) && unique.GetBoolean()
            && items.Select(item => item.GetRawText()).Distinct().Count() < items.Count)
        {
            problems.Add($"{at}: repeated items");
        }
    }

    private void CheckText(string value, JsonElement schema, string at)
    {
        if (schema.TryGetProperty("minLength", out var least) && value.Length < least.GetInt32())
        {
            problems.Add($"{at}: too short");
        }

        if (schema.TryGetProperty("maxLength", out var most) && value.Length > most.GetInt32())
        {
            problems.Add($"{at}: too long");
        }

        if (schema.TryGetProperty("pattern", out var pattern) && !Regex.IsMatch(value, pattern.GetString()!))
        {
            problems.Add($"{at}: {value} does not match {pattern}");
        }

        if (schema.TryGetProperty("format", out var format) && format.GetString() == "date-time"
            && !DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, out _))
        {
            problems.Add($"{at}: {value} is not a time");
        }
    }

    private void CheckNumber(decimal value, JsonElement schema, string at)
    {
        if (schema.TryGetProperty("minimum", out var least) && value < least.GetDecimal())
        {
            problems.Add($"{at}: too small");
        }

        if (schema.TryGetProperty("maximum", out var most) && value > most.GetDecimal())
        {
            problems.Add($"{at}: too large");
        }
    }

    private bool Fits(JsonElement value, JsonElement schema) => new SchemaChecker(document, isForm).Check(value, schema).Count == 0;

    private bool Is(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "null" => value.ValueKind == JsonValueKind.Null || (isForm && value.ValueKind == JsonValueKind.String && value.GetString() == ""),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False
            || (isForm && value.ValueKind == JsonValueKind.String && value.GetString() is "true" or "false"),
        "integer" => (value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _))
            || (isForm && value.ValueKind == JsonValueKind.String && long.TryParse(value.GetString(), out _)),
        "number" => value.ValueKind == JsonValueKind.Number
            || (isForm && value.ValueKind == JsonValueKind.String && decimal.TryParse(value.GetString(), CultureInfo.InvariantCulture, out _)),
        _ => throw new NotSupportedException($"type {type}"),
    };

    private static bool Same(JsonElement value, JsonElement wanted) => JsonElement.DeepEquals(value, wanted);

    private static string Shown(JsonElement value)
    {
        var text = value.GetRawText();
        return text.Length > 80 ? text[..80] + "…" : text;
    }
}
