using System.Diagnostics.CodeAnalysis;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Orchestration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting;

public static partial class ResourceBuilderExtensions
{
    /// <summary>Healthy when a path answers with a status.</summary>
    public static IResourceBuilder<T> WithHttpHealthCheck<T>(this IResourceBuilder<T> builder, string? path = null, int? statusCode = null, [EndpointName] string? endpointName = null) where T : IResourceWithEndpoints
        => builder.WithHttpHealthCheck(() => Select(builder.Resource, endpointName, "HTTP health check"), path, statusCode);

    /// <summary>Healthy when a path of an endpoint answers with a status.</summary>
    public static IResourceBuilder<T> WithHttpHealthCheck<T>(this IResourceBuilder<T> builder, Func<EndpointReference>? endpointSelector, string? path = null, int? statusCode = null) where T : IResourceWithEndpoints
    {
        var endpoint = endpointSelector is null ? Select(builder.Resource, null, "HTTP health check") : endpointSelector();
        if (endpoint.Scheme is not ("http" or "https"))
        {
            throw new DistributedApplicationException($"Could not create HTTP health check for resource '{builder.Resource.Name}' as the endpoint with name '{endpoint.EndpointName}' and scheme '{endpoint.Scheme}' is not an HTTP endpoint.");
        }

        path ??= "/";
        var status = statusCode ?? 200;
        var key = $"{builder.Resource.Name}_{endpoint.EndpointName}_{path}_{status}_check";
        builder.ApplicationBuilder.Services.AddHealthChecks().Add(new HealthCheckRegistration(key,
            services => new HttpHealthCheck(services.GetRequiredService<IHttpClientFactory>(), endpoint, path, status), null, null, TimeSpan.FromSeconds(10)));
        return builder.WithHealthCheck(key);
    }

    /// <summary>A probe for the place of deployment; a health check here.</summary>
    [Experimental("ASPIREPROBES001", UrlFormat = "https://aka.ms/aspire/diagnostics/{0}")]
    public static IResourceBuilder<T> WithHttpProbe<T>(this IResourceBuilder<T> builder, ProbeType type, string? path = null, int? initialDelaySeconds = null, int? periodSeconds = null, int? timeoutSeconds = null, int? failureThreshold = null, int? successThreshold = null, [EndpointName] string? endpointName = null)
        where T : IResourceWithEndpoints, IResourceWithProbes
        => builder.WithHttpProbe(type, () => Select(builder.Resource, endpointName, "HTTP probe"), path, initialDelaySeconds, periodSeconds, timeoutSeconds, failureThreshold, successThreshold);

    /// <summary>A probe for the place of deployment; a health check here.</summary>
    [Experimental("ASPIREPROBES001", UrlFormat = "https://aka.ms/aspire/diagnostics/{0}")]
    public static IResourceBuilder<T> WithHttpProbe<T>(this IResourceBuilder<T> builder, ProbeType type, Func<EndpointReference>? endpointSelector, string? path = null, int? initialDelaySeconds = null, int? periodSeconds = null, int? timeoutSeconds = null, int? failureThreshold = null, int? successThreshold = null)
        where T : IResourceWithEndpoints, IResourceWithProbes
    {
        var endpoint = endpointSelector is null ? Select(builder.Resource, null, "HTTP probe") : endpointSelector();
        foreach (var earlier in builder.Resource.Annotations.OfType<ProbeAnnotation>().Where(p => p.Type == type).ToArray())
        {
            builder.Resource.Annotations.Remove(earlier);
        }

        return builder.WithAnnotation(new EndpointProbeAnnotation
        {
            Type = type,
            EndpointReference = endpoint,
            Path = path ?? "/",
            InitialDelaySeconds = initialDelaySeconds ?? 5,
            PeriodSeconds = periodSeconds ?? 5,
            TimeoutSeconds = timeoutSeconds ?? 1,
            FailureThreshold = failureThreshold ?? 3,
            SuccessThreshold = successThreshold ?? 1,
        }).WithHttpHealthCheck(() => endpoint, path);
    }

    private static EndpointReference Select(IResourceWithEndpoints resource, string? endpointName, string what)
    {
        // Without a name: https before http, by name and then by scheme.
        string[] names = endpointName is null ? ["https", "http"] : [endpointName];
        var endpoints = resource.GetEndpoints().ToArray();
        foreach (var name in names)
        {
            if (endpoints.FirstOrDefault(e => ResourceNames.Comparer.Equals(e.EndpointName, name)) is { } found)
            {
                return found.Scheme is "http" or "https"
                    ? found
                    : throw new DistributedApplicationException($"Could not create {what} for resource '{resource.Name}' as the endpoint with name '{found.EndpointName}' and scheme '{found.Scheme}' is not an HTTP endpoint.");
            }
        }

        return endpoints.FirstOrDefault(e => endpointName is null && e.Scheme is "http" or "https")
            ?? throw new DistributedApplicationException($"Could not create {what} for resource '{resource.Name}' as no endpoint was found matching one of the specified names: {string.Join(", ", names)}");
    }
}
