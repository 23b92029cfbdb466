using Microsoft.Extensions.Options;
using Microsoft.Extensions.ServiceDiscovery;
using Microsoft.Extensions.ServiceDiscovery.Http;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds service discovery to an HTTP client.</summary>
public static class ServiceDiscoveryHttpClientBuilderExtensions
{
    /// <summary>Makes the client resolve <c>http://service</c>, <c>https+http://service</c> and <c>http://_endpoint.service</c>.</summary>
    public static IHttpClientBuilder AddServiceDiscovery(this IHttpClientBuilder httpClientBuilder)
    {
        ArgumentNullException.ThrowIfNull(httpClientBuilder);

        httpClientBuilder.Services.AddServiceDiscoveryCore();
        httpClientBuilder.AddHttpMessageHandler(static services => new ResolvingHttpDelegatingHandler(
            services.GetRequiredService<HttpServiceEndpointResolver>(),
            services.GetRequiredService<IOptions<ServiceDiscoveryOptions>>()));

        return httpClientBuilder;
    }
}
