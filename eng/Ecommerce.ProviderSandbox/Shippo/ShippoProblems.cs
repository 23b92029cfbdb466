using Ecommerce.ProviderSandbox.Hosting;

namespace Ecommerce.ProviderSandbox.Shippo;

/// <summary>What is wrong with a request, by field.</summary>
internal sealed class ShippoProblems
{
    private readonly SortedDictionary<string, List<string>> byField = new(StringComparer.Ordinal);

    public bool Any => byField.Count > 0;

    public static WireAnswer Detail(int status, string detail, params KeyValuePair<string, string>[] headers) => new(
        status,
        WireJson.Render(detail, static (json, text) =>
        {
            json.WriteStartObject();
            json.WriteString("detail"u8, text);
            json.WriteEndObject();
        }),
        headers);

    public void Add(string field, string problem)
    {
        if (!byField.TryGetValue(field, out var problems))
        {
            byField[field] = problems = [];
        }

        problems.Add(problem);
    }

    public void Required(string field) => Add(field, "This field is required.");

    public WireAnswer Answer() => new(400, WireJson.Render(byField, static (json, fields) =>
    {
        json.WriteStartObject();
        foreach (var (field, problems) in fields)
        {
            json.WriteStartArray(field);
            problems.ForEach(json.WriteStringValue);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }));
}
