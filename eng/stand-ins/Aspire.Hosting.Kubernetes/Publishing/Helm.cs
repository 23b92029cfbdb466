using System.Text.RegularExpressions;

namespace Aspire.Hosting.Kubernetes.Publishing;

/// <summary>Expressions of Helm templates, as the real publisher writes them.</summary>
internal static partial class Helm
{
    internal const string Parameters = "parameters";
    internal const string Secrets = "secrets";
    internal const string Config = "config";

    /// <summary>A name as a key of values.yaml, which a template can write with a dot.</summary>
    internal static string Key(string name) => name.Replace('-', '_');

    internal static string Expression(string text) => $"{{{{ {text} }}}}";

    internal static string ValueOf(string section, string resource, string key) => Expression(Key($".Values.{section}.{resource}.{key}"));

    internal static bool RefersToValues(string text) => text.Contains("{{", StringComparison.Ordinal) && text.Contains(".Values.", StringComparison.Ordinal);

    internal static bool RefersToSecrets(string text) => text.Contains("{{", StringComparison.Ordinal) && text.Contains($".Values.{Secrets}.", StringComparison.Ordinal);

    /// <summary>The same, as a string for the maps whose values Kubernetes wants to be strings.</summary>
    internal static string AsString(string text) => NumberExpression().Replace(text, match => $"{match.Value[..match.Value.LastIndexOf("}}", StringComparison.Ordinal)].TrimEnd()} | toString }}}}");

    [GeneratedRegex(@"\{\{[^}]*\|\s*(int|int64|float64)\s*\}\}")]
    private static partial Regex NumberExpression();
}

/// <summary>A value of a chart: what a template says for it and what values.yaml holds.</summary>
/// <param name="Expression">The template's expression; null for a value that is written out.</param>
/// <param name="Value">The value.</param>
internal sealed record HelmValue(string? Expression, object? Value)
{
    /// <summary>The parameter that it comes from.</summary>
    internal ApplicationModel.ParameterResource? Parameter { get; init; }

    /// <summary>The key in values.yaml, where it is not that of the variable.</summary>
    internal string? Key { get; init; }

    internal string? Text => Value?.ToString();

    /// <summary>As a value of its own: with the conversion that keeps a number a number.</summary>
    internal string Scalar => Expression is null ? Text ?? "" : Value is int ? $"{Expression[..^"}}".Length].TrimEnd()} | int }}}}" : Expression;

    /// <summary>What a template's map says.</summary>
    internal string InTemplate => Helm.AsString(Text is { } text && Helm.RefersToValues(text) ? text : Expression ?? "");
}
