using Aspire.RabbitMQ.Client;
using Aspire.RabbitMQ.Client.Internal;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using OpenTelemetry.Trace;
using RabbitMQ.Client;

namespace Microsoft.Extensions.Hosting;

/// <summary>Registers the connection to RabbitMQ.</summary>
public static class AspireRabbitMQExtensions
{
    private const string SectionName = "Aspire:RabbitMQ:Client";

    /// <summary>
    /// Registers <see cref="IConnection" /> as a singleton, opened when first asked for, with retries at connecting,
    /// recovery, health check (<c>RabbitMQ.Client</c>) and spans. Settings: <c>Aspire:RabbitMQ:Client</c>.
    /// </summary>
    public static void AddRabbitMQClient(
        this IHostApplicationBuilder builder,
        string connectionName,
        Action<RabbitMQClientSettings>? configureSettings = null,
        Action<ConnectionFactory>? configureConnectionFactory = null)
        => Add(builder, connectionName, serviceKey: null, configureSettings, configureConnectionFactory);

    /// <summary>
    /// Registers <see cref="IConnection" /> as a keyed singleton. Settings: <c>Aspire:RabbitMQ:Client:name</c>.
    /// </summary>
    public static void AddKeyedRabbitMQClient(
        this IHostApplicationBuilder builder,
        string name,
        Action<RabbitMQClientSettings>? configureSettings = null,
        Action<ConnectionFactory>? configureConnectionFactory = null)
        => Add(builder, name, serviceKey: name, configureSettings, configureConnectionFactory);

    private static void Add(
        IHostApplicationBuilder builder,
        string connectionName,
        string? serviceKey,
        Action<RabbitMQClientSettings>? configureSettings,
        Action<ConnectionFactory>? configureConnectionFactory)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(connectionName);

        var section = builder.Configuration.GetSection(SectionName);
        var named = section.GetSection(connectionName);
        var settings = new RabbitMQClientSettings();
        section.Bind(settings);
        named.Bind(settings);
        if (builder.Configuration.GetConnectionString(connectionName) is { } connectionString)
        {
            settings.ConnectionString = connectionString;
        }

        configureSettings?.Invoke(settings);

        ConnectionFactory CreateFactory()
        {
            var factory = new ConnectionFactory();
            section.GetSection("ConnectionFactory").Bind(factory);
            named.GetSection("ConnectionFactory").Bind(factory);
            if (!string.IsNullOrEmpty(settings.ConnectionString))
            {
                factory.Uri = new Uri(settings.ConnectionString);
            }

            configureConnectionFactory?.Invoke(factory);
            return factory;
        }

        // Keyed with a null key is the plain registration.
        builder.Services.AddKeyedSingleton<IConnectionFactory>(serviceKey, (_, _) => CreateFactory());
        builder.Services.AddKeyedSingleton(serviceKey, (services, key) =>
            RabbitMQConnector.Connect(services.GetRequiredKeyedService<IConnectionFactory>(key ?? serviceKey), settings.MaxConnectRetryCount));

        if (!settings.DisableTracing)
        {
            builder.Services.AddOpenTelemetry().WithTracing(static tracing => tracing
                .AddSource(RabbitMQConnector.ActivitySourceName)
                .AddSource("RabbitMQ.Client.*"));
        }

        var checkName = serviceKey is null ? "RabbitMQ.Client" : "RabbitMQ.Client_" + connectionName;
        if (!settings.DisableHealthChecks && builder.Properties.TryAdd("Aspire.HealthChecks." + checkName, true))
        {
            builder.Services.AddHealthChecks().Add(new HealthCheckRegistration(
                checkName,
                services => new RabbitMQHealthCheck(() => services.GetRequiredKeyedService<IConnection>(serviceKey)),
                failureStatus: null,
                tags: null));
        }
    }
}
