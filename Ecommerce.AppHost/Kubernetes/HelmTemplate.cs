using System.Globalization;
using System.Text.RegularExpressions;
using k8s;
using k8s.Models;

namespace Ecommerce.AppHost.Kubernetes;

/// <summary>
/// A file of the chart's templates: a typed manifest, some of whose values are Helm expressions. A property of the manifest gets a marker,
/// text or a number as its type wants it, and after serialization the marker gives way to the expression. So an expression never meets
/// YAML's quoting, and a number can come from the values.
/// </summary>
internal sealed partial class HelmTemplate
{
    // Odd, so that a quantity is not shortened to thousands or millions; larger than any number in a manifest of ours.
    private const int FirstNumber = 2_000_000_001;

    private readonly List<(Place Place, string Expression)> _expressions = [];

    private enum Place
    {
        Scalar,
        OptionalScalar,
        Literal,
        Number,
        Block,
    }

    /// <summary>A text that Helm works out.</summary>
    public string Text(string expression) => Marker(Place.Scalar, expression);

    /// <summary>A text whose property is left out where the expression gives nothing.</summary>
    public string OptionalText(string expression) => Marker(Place.OptionalScalar, expression);

    /// <summary>A number that Helm works out.</summary>
    public int Number(string expression)
    {
        _expressions.Add((Place.Number, expression));
        return FirstNumber + (2 * (_expressions.Count - 1));
    }

    /// <summary>An amount of memory, storage or processor time that Helm works out.</summary>
    public ResourceQuantity Quantity(string expression) => new(Number(expression).ToString(CultureInfo.InvariantCulture));

    /// <summary>A mapping that Helm works out whole, from an expression that gives YAML.</summary>
    public Dictionary<string, T> Map<T>(string expression)
        where T : class => new() { [Marker(Place.Block, expression)] = null! };

    /// <summary>A list that Helm works out whole, from an expression that gives YAML: any text property of the list's only item.</summary>
    public string Items(string expression) => Marker(Place.Block, expression);

    /// <summary>A text as it is: what looks like a number (0x600000) or a Helm expression is none.</summary>
    public string Literal(string text) => text.Contains("{{", StringComparison.Ordinal) ? Text(GoString(text)) : Marker(Place.Literal, text);

    /// <summary>The manifest as a file of the chart.</summary>
    public string Render(object manifest)
    {
        var yaml = KubernetesYaml.Serialize(manifest).Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd('\n') + "\n";
        yaml = BlockLine().Replace(yaml, match =>
        {
            // An empty list is written as [], which has to stand deeper than its property.
            var depth = match.Groups["indent"].Length + (match.Groups["item"].Success ? 2 : 0);
            return Of(match) is (Place.Block, var block) ? $"{match.Groups["indent"].Value}{{{{- {block} | nindent {depth} }}}}" : match.Value;
        });
        yaml = ScalarLine().Replace(yaml, match => Of(match) is (Place.OptionalScalar, var optional)
            ? $"{match.Groups["indent"].Value}{{{{- with {optional} }}}}\n{match.Groups["start"].Value}{{{{ . | quote }}}}\n{match.Groups["indent"].Value}{{{{- end }}}}"
            : match.Value);
        yaml = ScalarMarker().Replace(yaml, match => Of(match) switch
        {
            (Place.Scalar, var text) => $"{{{{ {text} | quote }}}}",
            (Place.Literal, var text) => GoString(text),
            var (_, expression) => throw new InvalidOperationException($"'{expression}' stands where no optional text, mapping or list can be."),
        });
        return NumberMarker().Replace(yaml, match =>
        {
            var index = (int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture) - FirstNumber) / 2;
            return index < _expressions.Count && _expressions[index] is (Place.Number, var number) ? $"{{{{ {number} }}}}" : match.Value;
        });
    }

    /// <summary>A string literal of Helm's language, and of YAML.</summary>
    public static string GoString(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}\"";

    private (Place Place, string Expression) Of(Match match) => _expressions[int.Parse(match.Groups["index"].Value, CultureInfo.InvariantCulture)];

    private string Marker(Place place, string expression)
    {
        _expressions.Add((place, expression));
        return string.Create(CultureInfo.InvariantCulture, $"helm_expression_{_expressions.Count - 1}_");
    }

    [GeneratedRegex("^(?<indent> *)((?<item>- )\\w+: helm_expression_(?<index>\\d+)_|helm_expression_(?<index>\\d+)_:.*)$", RegexOptions.Multiline)]
    private static partial Regex BlockLine();

    [GeneratedRegex("^(?<start>(?<indent> *)\\w+: )helm_expression_(?<index>\\d+)_$", RegexOptions.Multiline)]
    private static partial Regex ScalarLine();

    [GeneratedRegex("helm_expression_(?<index>\\d+)_")]
    private static partial Regex ScalarMarker();

    [GeneratedRegex("(?<quote>[\"']?)\\b(?<number>20\\d{8})\\b\\k<quote>")]
    private static partial Regex NumberMarker();
}
