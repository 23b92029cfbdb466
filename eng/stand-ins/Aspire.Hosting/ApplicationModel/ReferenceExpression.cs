using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A string with holes that are filled when the application runs or is published.</summary>
public class ReferenceExpression : IExpressionValue, IValueWithReferences
{
    /// <summary>The empty expression.</summary>
    public static readonly ReferenceExpression Empty = new("", [], []);

    private ReferenceExpression(string format, IValueProvider[] providers, string?[] formats)
    {
        Format = format;
        ValueProviders = providers;
        StringFormats = formats;
        ManifestExpressions = [.. providers.Select(p => ((IManifestExpressionProvider)p).ValueExpression)];
    }

    private ReferenceExpression(IValueProvider condition, string matchValue, ReferenceExpression whenTrue, ReferenceExpression whenFalse)
        : this("", [], [])
    {
        (Condition, MatchValue, WhenTrue, WhenFalse) = (condition, matchValue, whenTrue, whenFalse);
        ValueProviders = [.. whenTrue.ValueProviders, .. whenFalse.ValueProviders];
    }

    /// <summary>The text, with <c>{0}</c> where a value goes.</summary>
    public string Format { get; }

    /// <summary>The values, in order.</summary>
    public IReadOnlyList<IValueProvider> ValueProviders { get; }

    /// <summary>The values' names in a manifest, in order.</summary>
    public IReadOnlyList<string> ManifestExpressions { get; }

    /// <summary>How each value is written; <c>uri</c> is the only one there is.</summary>
    public IReadOnlyList<string?> StringFormats { get; }

    /// <summary>Whether it is a choice of two expressions.</summary>
    public bool IsConditional => Condition is not null;

    /// <summary>What the choice depends on.</summary>
    public IValueProvider? Condition { get; }

    /// <summary>The value of the condition that chooses <see cref="WhenTrue"/>.</summary>
    public string? MatchValue { get; }

    /// <summary>Chosen when the condition matches.</summary>
    public ReferenceExpression? WhenTrue { get; }

    /// <summary>Chosen otherwise.</summary>
    public ReferenceExpression? WhenFalse { get; }

    /// <inheritdoc />
    public string ValueExpression => IsConditional
        ? ((IsTrueNow() ? WhenTrue : WhenFalse)!).ValueExpression
        : string.Format(CultureInfo.InvariantCulture, Format, [.. ManifestExpressions]);

    IEnumerable<object> IValueWithReferences.References => IsConditional ? [Condition!, WhenTrue!, WhenFalse!] : ValueProviders;

    /// <summary>The expression of an interpolated string.</summary>
    public static ReferenceExpression Create(in ExpressionInterpolatedStringHandler handler) => handler.Parts.Build();

    /// <summary>One of two expressions, by the value of a third.</summary>
    public static ReferenceExpression CreateConditional(IValueProvider condition, string matchValue, ReferenceExpression whenTrue, ReferenceExpression whenFalse)
        => new(condition, matchValue, whenTrue, whenFalse);

    /// <inheritdoc />
    public ValueTask<string?> GetValueAsync(CancellationToken cancellationToken) => GetValueAsync(new ValueProviderContext(), cancellationToken);

    /// <inheritdoc />
    public async ValueTask<string?> GetValueAsync(ValueProviderContext context, CancellationToken cancellationToken)
    {
        if (IsConditional)
        {
            var actual = await Condition!.GetValueAsync(context, cancellationToken).ConfigureAwait(false);
            var chosen = string.Equals(actual, MatchValue, StringComparison.OrdinalIgnoreCase) ? WhenTrue! : WhenFalse!;
            return await chosen.GetValueAsync(context, cancellationToken).ConfigureAwait(false);
        }

        if (Format.Length == 0)
        {
            return null;
        }

        var values = new object?[ValueProviders.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var value = await ValueProviders[i].GetValueAsync(context, cancellationToken).ConfigureAwait(false);
            values[i] = Written(value, StringFormats[i]);
        }

        return string.Format(CultureInfo.InvariantCulture, Format, values);
    }

    internal static string? Written(string? value, string? format) => (value, format) switch
    {
        (null, _) => null,
        (_, null or "") => value,
        (_, "uri") => Uri.EscapeDataString(value),
        _ => throw new FormatException($"The format '{format}' is not supported. Supported formats: uri."),
    };

    /// <summary>The branch that a publisher writes: an endpoint's TLS state is known without running.</summary>
    internal bool IsTrueNow() => Condition is EndpointReferenceExpression { Property: EndpointProperty.TlsEnabled } tls
        && string.Equals(tls.Endpoint.TlsEnabled ? bool.TrueString : bool.FalseString, MatchValue, StringComparison.OrdinalIgnoreCase);

    /// <summary>The text and the values, while they are put together.</summary>
    internal sealed class Collector
    {
        private readonly StringBuilder _format = new();
        private readonly List<IValueProvider> _providers = [];
        private readonly List<string?> _formats = [];

        internal bool IsEmpty => _format.Length == 0;

        internal void Literal(string? text) => _format.Append(text?.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));

        internal void Value(object value, string? format)
        {
            if (value is ReferenceExpression { IsConditional: false } inner)
            {
                // An expression inside another becomes part of it, so that a publisher sees the innermost values.
                _format.Append(string.Format(CultureInfo.InvariantCulture, inner.Format.Replace("{{", "{{{{", StringComparison.Ordinal).Replace("}}", "}}}}", StringComparison.Ordinal),
                    [.. inner.ValueProviders.Select((_, i) => $"{{{_providers.Count + i}}}")]));
                _providers.AddRange(inner.ValueProviders);
                _formats.AddRange(inner.StringFormats);
                return;
            }

            _format.Append(CultureInfo.InvariantCulture, $"{{{_providers.Count}}}");
            _providers.Add((IValueProvider)value);
            _formats.Add(format);
        }

        internal ReferenceExpression Build() => new(_format.ToString(), [.. _providers], [.. _formats]);
    }

    /// <summary>Collects the parts of an interpolated string.</summary>
    [InterpolatedStringHandler]
    public ref struct ExpressionInterpolatedStringHandler
    {
        internal readonly Collector Parts = new();

        /// <summary>Called by the compiler.</summary>
        public ExpressionInterpolatedStringHandler(int literalLength, int formattedCount)
        {
            _ = literalLength + formattedCount;
        }

        /// <summary>Appends text.</summary>
        public readonly void AppendLiteral(string value) => Parts.Literal(value);

        /// <summary>Appends text that is known now.</summary>
        public readonly void AppendFormatted(string? value) => Parts.Literal(value);

        /// <summary>Appends text that is known now.</summary>
        public readonly void AppendFormatted(string? value, string? format = null) => Parts.Literal(Written(value, format));

        /// <summary>Appends a value.</summary>
        public readonly void AppendFormatted<T>(T valueProvider) where T : IValueProvider, IManifestExpressionProvider => Parts.Value(valueProvider, null);

        /// <summary>Appends a value.</summary>
        public readonly void AppendFormatted<T>(T valueProvider, string? format = null) where T : IValueProvider, IManifestExpressionProvider => Parts.Value(valueProvider, format);

        /// <summary>Appends the value of a resource.</summary>
        public readonly void AppendFormatted<T>(IResourceBuilder<T> valueProvider) where T : IResource, IValueProvider, IManifestExpressionProvider => Parts.Value(valueProvider.Resource, null);

        /// <summary>Appends the value of a resource.</summary>
        public readonly void AppendFormatted<T>(IResourceBuilder<T> valueProvider, string? format = null) where T : IResource, IValueProvider, IManifestExpressionProvider => Parts.Value(valueProvider.Resource, format);
    }
}

/// <summary>Puts a <see cref="ReferenceExpression"/> together piece by piece.</summary>
public class ReferenceExpressionBuilder
{
    private readonly ReferenceExpression.Collector _parts = new();

    /// <summary>Whether nothing was appended yet.</summary>
    public bool IsEmpty => _parts.IsEmpty;

    /// <summary>Appends an interpolated string.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Performance", "CA1822", Justification = "The handler has appended to this builder already.")]
    public void Append([InterpolatedStringHandlerArgument("")] in ReferenceExpressionBuilderInterpolatedStringHandler handler) => _ = handler;

    /// <summary>Appends text.</summary>
    public void AppendLiteral(string value) => _parts.Literal(value);

    /// <summary>Appends text that is known now.</summary>
    public void AppendFormatted(string? value) => _parts.Literal(value);

    /// <summary>Appends text that is known now.</summary>
    public void AppendFormatted(string? value, string? format = null) => _parts.Literal(ReferenceExpression.Written(value, format));

    /// <summary>Appends a value.</summary>
    public void AppendFormatted<T>(T valueProvider) where T : IValueProvider, IManifestExpressionProvider => _parts.Value(valueProvider, null);

    /// <summary>Appends a value.</summary>
    public void AppendFormatted<T>(T valueProvider, string? format) where T : IValueProvider, IManifestExpressionProvider => _parts.Value(valueProvider, format);

    /// <summary>Appends a value of any kind.</summary>
    public void AppendValueProvider(object valueProvider, string? format = null) => _parts.Value(valueProvider, format);

    /// <summary>The expression.</summary>
    public ReferenceExpression Build() => _parts.Build();

    /// <summary>Collects the parts of an interpolated string.</summary>
    [InterpolatedStringHandler]
    public ref struct ReferenceExpressionBuilderInterpolatedStringHandler
    {
        private readonly ReferenceExpressionBuilder _builder;

        /// <summary>Called by the compiler.</summary>
        public ReferenceExpressionBuilderInterpolatedStringHandler(int literalLength, int formattedCount, ReferenceExpressionBuilder builder)
        {
            _ = literalLength + formattedCount;
            _builder = builder;
        }

        /// <summary>Appends text.</summary>
        public readonly void AppendLiteral(string value) => _builder.AppendLiteral(value);

        /// <summary>Appends text that is known now.</summary>
        public readonly void AppendFormatted(string? value) => _builder.AppendFormatted(value);

        /// <summary>Appends text that is known now.</summary>
        public readonly void AppendFormatted(string? value, string format) => _builder.AppendFormatted(value, format);

        /// <summary>Appends a value.</summary>
        public readonly void AppendFormatted<T>(T valueProvider) where T : IValueProvider, IManifestExpressionProvider => _builder.AppendFormatted(valueProvider);

        /// <summary>Appends a value.</summary>
        public readonly void AppendFormatted<T>(T valueProvider, string? format) where T : IValueProvider, IManifestExpressionProvider => _builder.AppendFormatted(valueProvider, format);

        /// <summary>Appends the value of a resource.</summary>
        public readonly void AppendFormatted<T>(IResourceBuilder<T> valueProvider) where T : IResource, IValueProvider, IManifestExpressionProvider => _builder.AppendFormatted(valueProvider.Resource);

        /// <summary>Appends the value of a resource.</summary>
        public readonly void AppendFormatted<T>(IResourceBuilder<T> valueProvider, string? format) where T : IResource, IValueProvider, IManifestExpressionProvider => _builder.AppendFormatted(valueProvider.Resource, format);
    }
}
