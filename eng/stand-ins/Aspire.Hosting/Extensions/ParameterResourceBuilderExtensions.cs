using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting;

/// <summary>Adds parameters.</summary>
public static class ParameterResourceBuilderExtensions
{
    /// <summary>A parameter that configuration has to set.</summary>
    public static IResourceBuilder<ParameterResource> AddParameter(this IDistributedApplicationBuilder builder, [ResourceName] string name, bool secret = false)
        => builder.AddResource(CreateParameter(builder, name, secret));

    /// <summary>A parameter with a value, which configuration does not change.</summary>
    public static IResourceBuilder<ParameterResource> AddParameter(this IDistributedApplicationBuilder builder, [ResourceName] string name, string value, bool publishValueAsDefault = false, bool secret = false)
        => builder.AddParameter(name, () => value, publishValueAsDefault, secret);

    /// <summary>A parameter with a value that a function gives.</summary>
    public static IResourceBuilder<ParameterResource> AddParameter(this IDistributedApplicationBuilder builder, [ResourceName] string name, Func<string> valueGetter, bool publishValueAsDefault = false, bool secret = false)
    {
        ArgumentNullException.ThrowIfNull(valueGetter);
        if (publishValueAsDefault && secret)
        {
            throw new ArgumentException("A parameter cannot be both secret and published as a default value.", nameof(secret));
        }

        if (builder.ExecutionContext.IsPublishMode && !publishValueAsDefault)
        {
            return builder.AddParameter(name, secret);
        }

        var parameter = new ParameterResource(name, @default => @default!.GetDefaultValue(), secret)
        {
            Default = new ConstantParameterDefault(valueGetter),
        };
        return builder.AddResource(parameter);
    }

    /// <summary>A parameter with a default of any kind.</summary>
    public static IResourceBuilder<ParameterResource> AddParameter(this IDistributedApplicationBuilder builder, [ResourceName] string name, ParameterDefault value, bool secret = false, bool persist = false)
    {
        ArgumentNullException.ThrowIfNull(value);
        return builder.AddResource(Create(builder, name, secret, Kept(builder, name, value, persist)));
    }

    /// <summary>A parameter that a key of the configuration has to set.</summary>
    public static IResourceBuilder<ParameterResource> AddParameterFromConfiguration(this IDistributedApplicationBuilder builder, [ResourceName] string name, string configurationKey, bool secret = false)
        => builder.AddResource(new ParameterResource(name, _ => builder.Configuration[configurationKey] ?? throw Missing(configurationKey), secret));

    /// <summary>A connection string that configuration has to set.</summary>
    public static IResourceBuilder<IResourceWithConnectionString> AddConnectionString(this IDistributedApplicationBuilder builder, [ResourceName] string name, string? environmentVariableName = null)
    {
        var parameter = new ConnectionStringParameterResource(name,
            _ => builder.Configuration.GetConnectionString(name) ?? throw new MissingParameterValueException($"Connection string parameter resource could not be used because connection string '{name}' is missing."),
            environmentVariableName) { IsConnectionString = true };
        return builder.AddResource(parameter);
    }

    /// <summary>Says what a parameter is for.</summary>
    public static IResourceBuilder<ParameterResource> WithDescription(this IResourceBuilder<ParameterResource> builder, string description, bool enableMarkdown = false)
    {
        builder.Resource.Description = description;
        builder.Resource.EnableDescriptionMarkdown = enableMarkdown;
        return builder;
    }

    /// <summary>A password that is generated where configuration does not set it, and kept in the user secrets.</summary>
    public static ParameterResource CreateDefaultPasswordParameter(IDistributedApplicationBuilder builder, string name, bool lower = true, bool upper = true, bool numeric = true, bool special = true, int minLower = 0, int minUpper = 0, int minNumeric = 0, int minSpecial = 0)
        => CreateGeneratedParameter(builder, name, secret: true, new GenerateParameterDefault
        {
            Lower = lower, Upper = upper, Numeric = numeric, Special = special,
            MinLower = minLower, MinUpper = minUpper, MinNumeric = minNumeric, MinSpecial = minSpecial,
        });

    /// <summary>A parameter that is generated where configuration does not set it, and kept in the user secrets.</summary>
    public static ParameterResource CreateGeneratedParameter(IDistributedApplicationBuilder builder, string name, bool secret, GenerateParameterDefault parameterDefault)
        => Create(builder, name, secret, Kept(builder, name, parameterDefault, persist: true));

    /// <summary>A parameter that configuration has to set.</summary>
    public static ParameterResource CreateParameter(IDistributedApplicationBuilder builder, string name, bool secret) => Create(builder, name, secret, null);

    private static ParameterResource Create(IDistributedApplicationBuilder builder, string name, bool secret, ParameterDefault? value)
    {
        var key = $"Parameters:{name}";
        return new ParameterResource(name, @default => builder.Configuration[key] ?? builder.Configuration[key.Replace('-', '_')] ?? @default?.GetDefaultValue() ?? throw Missing(key), secret) { Default = value };
    }

    private static ParameterDefault Kept(IDistributedApplicationBuilder builder, string name, ParameterDefault value, bool persist)
        => persist && builder.ExecutionContext.IsRunMode && builder.Environment.IsDevelopment() && builder.AppHostAssembly is { } assembly
            ? UserSecrets.Keeping(assembly, builder.Configuration, $"Parameters:{name}", value)
            : value;

    private static MissingParameterValueException Missing(string key)
        => new($"Parameter resource could not be used because configuration key '{key}' is missing and the Parameter has no default value.");
}
