using Aspire.StackExchange.Redis;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using OpenTelemetry.Trace;
using StackExchange.Redis;
using StackExchange.Redis.Configuration;

namespace Microsoft.Extensions.Hosting;

/// <summary>Registers the connection to Redis.</summary>
public static class AspireRedisExtensions
{
    private const string SectionName = "Aspire:StackExchange:Redis";

    /// <summary>
    /// Registers <see cref="IConnectionMultiplexer" /> as a singleton, opened when first asked for, with health check
    /// (<c>StackExchange.Redis</c>) and spans. Settings: <c>Aspire:StackExchange:Redis</c>.
    /// </summary>
    public static void AddRedisClient(
        this IHostApplicationBuilder builder,
        string connectionName,
        Action<StackExchangeRedisSettings>? configureSettings = null,
        Action<ConfigurationOptions>? configureOptions = null)
        => Add(builder, connectionName, serviceKey: null, configureSettings, configureOptions);

    /// <summary>
    /// Registers <see cref="IConnectionMultiplexer" /> as a keyed singleton. Settings: <c>Aspire:StackExchange:Redis:name</c>.
    /// </summary>
    public static void AddKeyedRedisClient(
        this IHostApplicationBuilder builder,
        string name,
        Action<StackExchangeRedisSettings>? configureSettings = null,
        Action<ConfigurationOptions>? configureOptions = null)
        => Add(builder, name, serviceKey: name, configureSettings, configureOptions);

    private static void Add(
        IHostApplicationBuilder builder,
        string connectionName,
        string? serviceKey,
        Action<StackExchangeRedisSettings>? configureSettings,
        Action<ConfigurationOptions>? configureOptions)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(connectionName);

        var section = builder.Configuration.GetSection(SectionName);
        var named = section.GetSection(connectionName);
        var settings = new StackExchangeRedisSettings();
        section.Bind(settings);
        named.Bind(settings);
        if (builder.Configuration.GetConnectionString(connectionName) is { } connectionString)
        {
            settings.ConnectionString = connectionString;
        }

        configureSettings?.Invoke(settings);

        // A null key is the plain registration.
        builder.Services.AddKeyedSingleton<IConnectionMultiplexer>(serviceKey, (_, _) =>
        {
            var options = ConfigurationOptions.Parse(settings.ConnectionString ?? string.Empty);
            if (options.Defaults.GetType() == typeof(DefaultOptionsProvider))
            {
                options.Defaults = new AspireDefaultOptionsProvider();
            }

            section.GetSection("ConfigurationOptions").Bind(options);
            named.GetSection("ConfigurationOptions").Bind(options);
            configureOptions?.Invoke(options);
            return options.EndPoints.Count > 0
                ? ConnectionMultiplexer.Connect(options)
                : throw new InvalidOperationException(
                    $"No endpoints specified. Ensure a valid connection string was provided in 'ConnectionStrings:{connectionName}' or for the '{SectionName}:ConnectionString' configuration key.");
        });

        if (!settings.DisableTracing)
        {
            builder.Services.AddOpenTelemetry().WithTracing(static tracing => tracing.AddSource("OpenTelemetry.Instrumentation.StackExchangeRedis"));
        }

        var checkName = serviceKey is null ? "StackExchange.Redis" : "StackExchange.Redis_" + connectionName;
        if (!settings.DisableHealthChecks && builder.Properties.TryAdd("Aspire.HealthChecks." + checkName, true))
        {
            builder.Services.AddHealthChecks().Add(new HealthCheckRegistration(
                checkName,
                services => new RedisHealthCheck(() => services.GetRequiredKeyedService<IConnectionMultiplexer>(serviceKey)),
                failureStatus: null,
                tags: null));
        }
    }
}
