using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Ecommerce.Testing.Servers;
using Json.Schema;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Ecommerce.AppHost.Tests;

/// <summary>
/// The manifests against the strict JSON Schemas of Kubernetes' API, and <c>Chart.yaml</c> against Helm's. The schemas are no part of this
/// repository: <c>ECOMMERCE_SPECS</c> names their folder, else it is <c>../shared/specs</c>; where there is none the tests are skipped and say so.
/// </summary>
public sealed partial class SchemaTests(PublishedChart chart)
{
    [Theory]
    [InlineData("own")]
    [InlineData("created")]
    [InlineData("external")]
    public async Task Every_manifest_fits_the_schema_of_its_kind(string way)
    {
        var schemas = Read("kubernetes", "kubernetes-1.32.schema.json");
        string[] values = way switch
        {
            "own" => [.. PublishedChart.ExistingSecret, "ingress.enabled=true", "ingress.host=shop.example", "ingress.tls.secretName=certificate"],
            "created" => await chart.CreatedSecretAsync(),
            _ => [.. PublishedChart.ExistingSecret, .. PublishedChart.ExternalServers],
        };
        var wrong = new List<string>();
        foreach (var manifest in Documents(await chart.RenderAsync(values)))
        {
            var kind = $"{manifest["apiVersion"]}/{manifest["kind"]}";
            var pointer = schemas["x-kinds"]![kind] ?? throw new InvalidOperationException($"There is no schema of {kind}.");
            wrong.AddRange(Check(schemas, pointer.GetValue<string>(), manifest).Select(error => $"{kind} {manifest["metadata"]!["name"]}: {error}"));
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_chart_s_description_fits_Helm_s_schema()
    {
        var schema = Read("helm", "chart.schema.json");
        var text = await File.ReadAllTextAsync(Path.Combine(chart.Folder, "Chart.yaml"), TestContext.Current.CancellationToken);
        Check(schema, pointer: null, Documents(text).Single()).ShouldBeEmpty();
    }

    private static JsonObject Read(string folder, string file)
    {
        var specs = Environment.GetEnvironmentVariable("ECOMMERCE_SPECS") ?? Path.Combine(TestServers.RepositoryRoot, "..", "shared", "specs");
        var path = Path.Combine(specs, folder, file);
        Assert.SkipUnless(File.Exists(path), $"There is no {folder}/{file} in the folder of specifications: set ECOMMERCE_SPECS to check against it.");
        return JsonNode.Parse(File.ReadAllText(path))!.AsObject();
    }

    private static IEnumerable<string> Check(JsonObject schemas, string? pointer, JsonNode manifest)
    {
        var schema = schemas.DeepClone().AsObject();
        schema.Remove("$id");
        if (pointer is not null)
        {
            schema["allOf"] = new JsonArray(new JsonObject { ["$ref"] = pointer });
        }

        var results = JsonSchema.FromText(schema.ToJsonString()).Evaluate(JsonSerializer.SerializeToElement(manifest), new EvaluationOptions { OutputFormat = OutputFormat.List });
        return results.IsValid
            ? []
            : (results.Details ?? []).Where(detail => detail.Errors is not null).SelectMany(detail => detail.Errors!.Select(error => $"{detail.InstanceLocation} {error.Key}: {error.Value}"));
    }

    private static IEnumerable<JsonNode> Documents(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return stream.Documents.Where(document => document.RootNode is YamlMappingNode).Select(document => Json(document.RootNode)!);
    }

    // Plain scalars as Kubernetes reads them, YAML 1.1: 0x600000 is a number there.
    private static JsonNode? Json(YamlNode node) => node switch
    {
        YamlMappingNode mapping => new JsonObject(mapping.Children.Select(child => KeyValuePair.Create(((YamlScalarNode)child.Key).Value!, Json(child.Value)))),
        YamlSequenceNode sequence => new JsonArray([.. sequence.Children.Select(Json)]),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" or "~" or "null" } => null,
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" or "yes" or "on" } => JsonValue.Create(true),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "false" or "no" or "off" } => JsonValue.Create(false),
        YamlScalarNode { Style: ScalarStyle.Plain } number when Integer().IsMatch(number.Value!) => JsonValue.Create(long.Parse(number.Value!, CultureInfo.InvariantCulture)),
        YamlScalarNode { Style: ScalarStyle.Plain } number when Number().IsMatch(number.Value!) => JsonValue.Create(0.5),
        YamlScalarNode text => JsonValue.Create(text.Value),
        _ => throw new NotSupportedException(node.GetType().Name),
    };

    [GeneratedRegex("^-?\\d{1,18}$")]
    private static partial Regex Integer();

    [GeneratedRegex("^[-+]?(0x[0-9a-fA-F]+|0o?[0-7]+|\\d[\\d_]*\\.?\\d*([eE][-+]?\\d+)?)$")]
    private static partial Regex Number();
}
