namespace Aspire.Hosting.ApplicationModel;

/// <summary>A value that comes from configuration (<c>Parameters:name</c>) or is generated.</summary>
public class ParameterResource : Resource, IExpressionValue
{
    private readonly Lazy<string> _value;

    /// <summary>A parameter whose value a function gives, which gets the default.</summary>
    public ParameterResource(string name, Func<ParameterDefault?, string> callback, bool secret = false) : base(name)
    {
        ArgumentNullException.ThrowIfNull(callback);
        Secret = secret;
        _value = new Lazy<string>(() => callback(Default));
    }

    /// <summary>What it is where configuration does not say.</summary>
    public ParameterDefault? Default { get; set; }

    /// <summary>Whether it must not be shown.</summary>
    public bool Secret { get; }

    /// <summary>Whether it is read from <c>ConnectionStrings</c>.</summary>
    public bool IsConnectionString { get; set; }

    /// <summary>What it is for.</summary>
    public string? Description { get; set; }

    /// <summary>Whether the description is markdown.</summary>
    public bool EnableDescriptionMarkdown { get; set; }

    /// <inheritdoc />
    public string ValueExpression => $"{{{Name}.value}}";

    /// <summary>The value; throws <see cref="MissingParameterValueException"/> where there is none.</summary>
    [Obsolete("Use GetValueAsync for async access or pass the ParameterResource directly to methods that accept it (e.g., environment variables).")]
    public string Value => _value.Value;

    /// <inheritdoc />
    public ValueTask<string?> GetValueAsync(CancellationToken cancellationToken) => new(_value.Value);

    /// <inheritdoc />
    public ValueTask<string?> GetValueAsync(ValueProviderContext _, CancellationToken cancellationToken) => GetValueAsync(cancellationToken);

    internal string ConfigurationKey => field ??= IsConnectionString ? $"ConnectionStrings:{Name}" : $"Parameters:{Name}";

    internal string ValueOrThrow => _value.Value;
}

/// <summary>A connection string that configuration gives.</summary>
internal sealed class ConnectionStringParameterResource(string name, Func<ParameterDefault?, string> callback, string? environmentVariable)
    : ParameterResource(name, callback, secret: true), IResourceWithConnectionString
{
    public ReferenceExpression ConnectionStringExpression => ReferenceExpression.Create($"{(ParameterResource)this}");

    public string? ConnectionStringEnvironmentVariable => environmentVariable;

    string IManifestExpressionProvider.ValueExpression => ValueExpression;

    ValueTask<string?> IResourceWithConnectionString.GetConnectionStringAsync(CancellationToken cancellationToken) => GetValueAsync(cancellationToken);

    ValueTask<string?> IValueProvider.GetValueAsync(CancellationToken cancellationToken) => GetValueAsync(cancellationToken);

    ValueTask<string?> IValueProvider.GetValueAsync(ValueProviderContext context, CancellationToken cancellationToken) => GetValueAsync(cancellationToken);

    IEnumerable<object> IValueWithReferences.References => [];
}

/// <summary>The value of a parameter that configuration does not set.</summary>
public abstract class ParameterDefault
{
    /// <summary>The value.</summary>
    public abstract string GetDefaultValue();

    /// <summary>Writes itself to a manifest.</summary>
    public abstract void WriteToManifest(Publishing.ManifestPublishingContext context);
}

/// <summary>A default that is a text.</summary>
internal sealed class ConstantParameterDefault(Func<string> valueGetter) : ParameterDefault
{
    public override string GetDefaultValue() => valueGetter();

    public override void WriteToManifest(Publishing.ManifestPublishingContext context) => context.Writer.WriteString("value", GetDefaultValue());
}

/// <summary>A default that is made at random, for passwords.</summary>
public sealed class GenerateParameterDefault : ParameterDefault
{
    /// <summary>At least this many characters; 22 where nothing is said.</summary>
    public int MinLength { get; set; } = 22;

    /// <summary>Whether it may have lower-case letters.</summary>
    public bool Lower { get; set; } = true;

    /// <summary>Whether it may have upper-case letters.</summary>
    public bool Upper { get; set; } = true;

    /// <summary>Whether it may have digits.</summary>
    public bool Numeric { get; set; } = true;

    /// <summary>Whether it may have other characters.</summary>
    public bool Special { get; set; } = true;

    /// <summary>At least this many lower-case letters.</summary>
    public int MinLower { get; set; }

    /// <summary>At least this many upper-case letters.</summary>
    public int MinUpper { get; set; }

    /// <summary>At least this many digits.</summary>
    public int MinNumeric { get; set; }

    /// <summary>At least this many other characters.</summary>
    public int MinSpecial { get; set; }

    /// <inheritdoc />
    public override string GetDefaultValue() => PasswordGenerator.Generate(this);

    /// <inheritdoc />
    public override void WriteToManifest(Publishing.ManifestPublishingContext context)
    {
        context.Writer.WriteStartObject("generate");
        context.Writer.WriteNumber("minLength", MinLength);
        context.Writer.WriteEndObject();
    }
}
