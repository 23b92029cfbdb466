using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.ServiceDiscovery;
using Microsoft.Extensions.ServiceDiscovery.Configuration;
using Microsoft.Extensions.ServiceDiscovery.Http;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds service discovery to a service collection.</summary>
public static class ServiceDiscoveryServiceCollectionExtensions
{
    /// <summary>Adds service discovery from configuration, and pass-through for what configuration does not name.</summary>
    public static IServiceCollection AddServiceDiscovery(this IServiceCollection services)
        => services.AddServiceDiscoveryCore()
            .AddConfigurationServiceEndpointProvider()
            .AddPassThroughServiceEndpointProvider();

    /// <inheritdoc cref="AddServiceDiscovery(IServiceCollection)" />
    public static IServiceCollection AddServiceDiscovery(this IServiceCollection services, Action<ServiceDiscoveryOptions> configureOptions)
        => services.AddServiceDiscoveryCore(configureOptions)
            .AddConfigurationServiceEndpointProvider()
            .AddPassThroughServiceEndpointProvider();

    /// <summary>Adds service discovery without any provider.</summary>
    public static IServiceCollection AddServiceDiscoveryCore(this IServiceCollection services)
        => AddServiceDiscoveryCore(services, static _ => { });

    /// <inheritdoc cref="AddServiceDiscoveryCore(IServiceCollection)" />
    public static IServiceCollection AddServiceDiscoveryCore(this IServiceCollection services, Action<ServiceDiscoveryOptions> configureOptions)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configureOptions);

        services.AddOptions();
        services.AddLogging();
        services.AddOptions<EndpointLookupSettings>();
        services.TryAddSingleton(static sp => new ServiceEndpointResolver(new EndpointLookup(
            sp.GetRequiredService<IConfiguration>(),
            sp.GetRequiredService<IOptions<ConfigurationServiceEndpointProviderOptions>>(),
            sp.GetRequiredService<IOptions<ServiceDiscoveryOptions>>(),
            sp.GetRequiredService<IOptions<EndpointLookupSettings>>().Value)));
        services.TryAddSingleton<HttpServiceEndpointResolver>();
        services.Configure(configureOptions);
        return services;
    }

    /// <summary>Adds the endpoints under the configuration section <c>Services</c>.</summary>
    public static IServiceCollection AddConfigurationServiceEndpointProvider(this IServiceCollection services)
        => AddConfigurationServiceEndpointProvider(services, static _ => { });

    /// <inheritdoc cref="AddConfigurationServiceEndpointProvider(IServiceCollection)" />
    public static IServiceCollection AddConfigurationServiceEndpointProvider(
        this IServiceCollection services,
        Action<ConfigurationServiceEndpointProviderOptions> configureOptions)
    {
        ArgumentNullException.ThrowIfNull(configureOptions);
        services.AddServiceDiscoveryCore();
        services.Configure<EndpointLookupSettings>(static s => s.FromConfiguration = true);
        services.Configure(configureOptions);
        return services;
    }

    /// <summary>Takes a name that nothing else resolves as a host name.</summary>
    public static IServiceCollection AddPassThroughServiceEndpointProvider(this IServiceCollection services)
    {
        services.AddServiceDiscoveryCore();
        services.Configure<EndpointLookupSettings>(static s => s.PassThrough = true);
        return services;
    }
}
