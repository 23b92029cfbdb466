using System.Net;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Microsoft.Extensions.ServiceDiscovery.Configuration;

/// <summary>
/// Finds the endpoints of a service in configuration, under <c>Services:name:endpoint:n</c>; a name that is not there
/// is taken as a host name and passed through.
/// </summary>
internal sealed class EndpointLookup(
    IConfiguration configuration,
    IOptions<ConfigurationServiceEndpointProviderOptions> options,
    IOptions<ServiceDiscoveryOptions> discoveryOptions,
    EndpointLookupSettings settings)
{
    private const string DefaultEndpointName = "default";

    public ServiceEndpointSource Find(ServiceEndpointQuery query)
    {
        var token = configuration.GetReloadToken();
        List<ServiceEndpoint> endpoints = [];
        if (settings.FromConfiguration)
        {
            endpoints = FromConfiguration(query);
        }

        if (endpoints.Count == 0 && settings.PassThrough)
        {
            endpoints.Add(ServiceEndpoint.Create(AsWritten(query)));
        }

        return new ServiceEndpointSource(endpoints, token ?? NullChangeToken.Instance, new FeatureCollection());
    }

    private static EndPoint AsWritten(ServiceEndpointQuery query)
    {
        var text = query.ToString();
        var uri = new Uri(text.Contains("://", StringComparison.Ordinal) ? text : "none://" + text);
        return IPAddress.TryParse(uri.Host, out var ip)
            ? new IPEndPoint(ip, Math.Max(uri.Port, 0))
            : new DnsEndPoint(uri.Host, Math.Max(uri.Port, 0));
    }

    private List<ServiceEndpoint> FromConfiguration(ServiceEndpointQuery query)
    {
        var section = configuration.GetSection(options.Value.SectionName).GetSection(query.ServiceName);
        if (!section.Exists())
        {
            return [];
        }

        var schemes = discoveryOptions.Value.ApplyAllowedSchemes(query.IncludedSchemes);
        var named = string.IsNullOrWhiteSpace(query.EndpointName)
            ? ((string[])[DefaultEndpointName, .. schemes]).Select(section.GetSection).FirstOrDefault(static s => s.Exists())
            : section.GetSection(query.EndpointName);
        if (named is null || !named.Exists())
        {
            return [];
        }

        var found = Values(named, query.ServiceName);
        return discoveryOptions.Value.AllowAllSchemes && query.IncludedSchemes.Count == 0
            ? found
            : OfBestScheme(found, schemes);
    }

    private static List<ServiceEndpoint> Values(IConfigurationSection named, string serviceName)
    {
        if (!string.IsNullOrWhiteSpace(named.Value))
        {
            return [Parse(named, serviceName, named.Key)];
        }

        List<ServiceEndpoint> found = [];
        foreach (var child in named.GetChildren())
        {
            if (!int.TryParse(child.Key, out _))
            {
                throw new KeyNotFoundException(
                    $"The endpoint configuration section for service '{serviceName}' endpoint '{named.Key}' has non-numeric keys.");
            }

            found.Add(Parse(child, serviceName, named.Key));
        }

        return found;
    }

    private static ServiceEndpoint Parse(IConfigurationSection section, string serviceName, string endpointName)
        => ServiceEndpoint.TryParse(section.Value, out var endpoint)
            ? endpoint
            : throw new KeyNotFoundException(
                $"The endpoint configuration section for service '{serviceName}' endpoint '{endpointName}' has an invalid value with key '{section.Key}'.");

    // "https+http" means https where there is any, else http; endpoints without a scheme fit every one.
    private static List<ServiceEndpoint> OfBestScheme(List<ServiceEndpoint> endpoints, IReadOnlyList<string> schemes)
    {
        var best = endpoints.Select(e => Rank(e, schemes)).Where(static r => r is >= 0 and < int.MaxValue).DefaultIfEmpty(-1).Min();
        return [.. endpoints.Where(e => Rank(e, schemes) is var rank && (rank == int.MaxValue || (rank >= 0 && rank == best)))];
    }

    private static int Rank(ServiceEndpoint endpoint, IReadOnlyList<string> schemes)
    {
        if (endpoint.EndPoint is not UriEndPoint uri)
        {
            return int.MaxValue;
        }

        for (var i = 0; i < schemes.Count; i++)
        {
            if (string.Equals(schemes[i], uri.Uri.Scheme, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }
}
