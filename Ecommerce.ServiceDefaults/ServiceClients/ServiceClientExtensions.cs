using Ecommerce.Messaging;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Http.Resilience;

namespace Ecommerce.ServiceDefaults.ServiceClients;

/// <summary>Typed clients for the other services and for providers.</summary>
public static class ServiceClientExtensions
{
    internal static void AddServiceDiscoveryAndResilience(this WebApplicationBuilder builder)
    {
        builder.Services.AddServiceDiscovery();
        builder.Services.ConfigureHttpClientDefaults(http =>
        {
            http.AddServiceDiscovery();

            // Each call has a span, a metric and, where it fails, an exception that is logged once. Two log scopes a call say nothing more.
            http.RemoveAllLoggers();
        });
    }

    /// <summary>Adds a client for another service: found by its name, with this service's token, retried, timed out and cut off when it is down.</summary>
    /// <typeparam name="TClient">The port in the Application layer.</typeparam>
    /// <typeparam name="TImplementation">Its adapter in Infrastructure; takes an <see cref="HttpClient"/>.</typeparam>
    /// <param name="builder">The service's builder.</param>
    /// <param name="service">The other service's resource name.</param>
    public static void AddServiceClient<TClient, TImplementation>(this IHostApplicationBuilder builder, string service)
        where TClient : class
        where TImplementation : class, TClient
    {
        builder.AddServiceTokens();
        AddHandlers(builder.Services.AddHttpClient<TClient, TImplementation>(client => client.BaseAddress = AddressOf(service)));
    }

    /// <summary>Adds a client for another service that <see cref="IHttpClientFactory"/> makes by the service's name: for who asks many services the same.</summary>
    public static void AddServiceClient(this IHostApplicationBuilder builder, string service)
    {
        builder.AddServiceTokens();
        AddHandlers(builder.Services.AddHttpClient(service, client => client.BaseAddress = AddressOf(service)));
    }

    private static Uri AddressOf(string service) => new($"https+http://{service}");

    // The token goes on inside the retries, so that a new try has a new token.
    private static void AddHandlers(IHttpClientBuilder http)
    {
        http.AddStandardResilienceHandler(ConfigureInternal);
        http.AddHttpMessageHandler<ServiceTokenHandler>();
    }

    private static void AddServiceTokens(this IHostApplicationBuilder builder)
    {
        if (builder.Services.Any(service => service.ServiceType == typeof(ServiceTokens)))
        {
            return;
        }

        builder.Services.AddOptions<ServiceAuthenticationSettings>()
            .BindConfiguration(ServiceAuthenticationSettings.Section)
            .Configure(settings => settings.ClientId = settings.ClientId.Length == 0 ? ServiceName.Of(builder.Environment) : settings.ClientId)
            .Validate(settings => settings.ClientSecret.Length > 0, $"The secret {ServiceAuthenticationSettings.Section}:ClientSecret is missing.")
            .ValidateOnStart();
        builder.Services.AddHttpClient(ServiceTokens.Client).AddStandardResilienceHandler(ConfigureInternal);
        builder.Services.AddSingleton<ServiceTokens>();
        builder.Services.AddTransient<ServiceTokenHandler>();
    }

    // Inside the cluster answers are fast or not to be had; three tries fit into what a shopper waits.
    private static void ConfigureInternal(HttpStandardResilienceOptions options)
    {
        options.TotalRequestTimeout.Timeout = TimeSpan.FromSeconds(12);
        options.AttemptTimeout.Timeout = TimeSpan.FromSeconds(5);
        options.Retry.MaxRetryAttempts = 2;
        options.Retry.Delay = TimeSpan.FromMilliseconds(150);
        options.CircuitBreaker.SamplingDuration = TimeSpan.FromSeconds(10);
        options.CircuitBreaker.FailureRatio = 0.5;
        options.CircuitBreaker.MinimumThroughput = 20;
        options.CircuitBreaker.BreakDuration = TimeSpan.FromSeconds(3);
    }
}
