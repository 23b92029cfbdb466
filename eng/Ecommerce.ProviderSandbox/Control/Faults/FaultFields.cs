using System.Text;
using System.Text.Json;

namespace Ecommerce.ProviderSandbox.Control.Faults;

/// <summary>The fields of a body, form or JSON, as bracketed names. A rule names a field by the end of its path.</summary>
internal sealed class FaultFields
{
    private readonly List<KeyValuePair<string, string>> fields = [];

    public static FaultFields Of(ReadOnlySpan<byte> body, bool isForm)
    {
        var result = new FaultFields();
        if (isForm)
        {
            result.AddForm(Encoding.UTF8.GetString(body));
        }
        else if (!body.IsEmpty)
        {
            var reader = new Utf8JsonReader(body);
            if (JsonDocument.TryParseValue(ref reader, out var document))
            {
                using (document)
                {
                    result.AddJson("", document.RootElement);
                }
            }
        }

        return result;
    }

    public bool Has(string name, string value) => fields.Any(field =>
        field.Value == value && (field.Key == name || EndsWith(field.Key, name)));

    private static bool EndsWith(string path, string name)
    {
        var open = name.IndexOf('[', StringComparison.Ordinal);
        var inner = open < 0 ? $"[{name}]" : $"[{name[..open]}]{name[open..]}";
        return path.EndsWith(inner, StringComparison.Ordinal);
    }

    private void AddForm(string body)
    {
        foreach (var pair in body.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split('=', 2);
            fields.Add(new(Decode(parts[0]), parts.Length > 1 ? Decode(parts[1]) : ""));
        }
    }

    private void AddJson(string path, JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in element.EnumerateObject())
            {
                AddJson(path.Length == 0 ? property.Name : $"{path}[{property.Name}]", property.Value);
            }
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                AddJson(path, item);
            }
        }
        else
        {
            fields.Add(new(path, element.ToString()));
        }
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
