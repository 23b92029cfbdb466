using System.Text.Json;
using System.Text.RegularExpressions;

namespace Ecommerce.ProviderSandbox.Tests.Specs;

/// <summary>One file of schemas, with the operations and webhooks that they belong to.</summary>
internal sealed class SpecDocument
{
    private readonly JsonElement root;
    private readonly List<(string Method, Regex Path, JsonElement Operation)> operations;

    public SpecDocument(byte[] json)
    {
        root = JsonDocument.Parse(json).RootElement;
        operations = root.TryGetProperty("x-operations", out var listed)
            ?
            [
                .. listed.EnumerateObject()
                    .OrderBy(operation => operation.Name.Count(letter => letter == '{'))
                    .Select(operation => (operation.Name.Split(' ')[0], Pattern(operation.Name.Split(' ')[1]), operation.Value)),
            ]
            : [];
    }

    public JsonElement Definition(string name) => root.GetProperty("definitions").GetProperty(name);

    public JsonElement? Operation(string method, string path) => operations
        .Where(operation => operation.Method == method && operation.Path.IsMatch(path))
        .Select(operation => (JsonElement?)operation.Operation)
        .FirstOrDefault();

    public JsonElement Webhook(string type) => Definition(root.GetProperty("x-webhooks").GetProperty(type).GetString()!);

    /// <summary>What is wrong with a value; texts stand for numbers and booleans where it comes from a form.</summary>
    public IReadOnlyList<string> Check(JsonElement value, JsonElement schema, bool isForm = false) =>
        new SchemaChecker(this, isForm).Check(value, schema);

    private static Regex Pattern(string path) => new("^" + Regex.Replace(path, @"\{[^}]+\}", "[^/]+") + "$", RegexOptions.CultureInvariant);
}
