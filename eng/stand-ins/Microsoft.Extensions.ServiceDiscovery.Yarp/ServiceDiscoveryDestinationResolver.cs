using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.ServiceDiscovery;

namespace Microsoft.Extensions.ServiceDiscovery.Yarp;

/// <summary>Turns each destination into one per endpoint of the service that its address names.</summary>
internal sealed class ServiceDiscoveryDestinationResolver(
    ServiceEndpointResolver resolver,
    IOptions<ServiceDiscoveryOptions> options) : IDestinationResolver
{
    public async ValueTask<ResolvedDestinationCollection> ResolveDestinationsAsync(
        IReadOnlyDictionary<string, DestinationConfig> destinations,
        CancellationToken cancellationToken)
    {
        var resolved = new Dictionary<string, DestinationConfig>();
        var tokens = new List<IChangeToken>(destinations.Count);
        foreach (var (id, destination) in destinations)
        {
            var address = new Uri(destination.Address);
            var source = await resolver.GetEndpointsAsync(address.GetLeftPart(UriPartial.Authority), cancellationToken).ConfigureAwait(false);
            tokens.Add(source.ChangeToken);
            foreach (var endpoint in source.Endpoints)
            {
                var target = endpoint.ToString()!;
                resolved[$"{id}[{target}]"] = At(destination, address, target);
            }
        }

        return new ResolvedDestinationCollection(resolved, new CompositeChangeToken(tokens));
    }

    private DestinationConfig At(DestinationConfig destination, Uri address, string target)
    {
        var uri = new Uri(target.Contains("://", StringComparison.Ordinal) ? target : $"{Scheme(address)}://{target}");
        return destination with
        {
            Host = destination.Host is { Length: > 0 } host ? host : address.Authority,
            Address = new UriBuilder(address) { Scheme = uri.Scheme, Host = uri.Host, Port = uri.Port }.Uri.ToString(),
            Health = destination.Health is { Length: > 0 } health
                ? new UriBuilder(health) { Scheme = uri.Scheme, Host = uri.Host, Port = uri.Port }.Uri.ToString()
                : destination.Health,
        };
    }

    private string Scheme(Uri address)
    {
        var named = address.Scheme.Split('+');
        if (named.Length == 1)
        {
            return address.Scheme;
        }

        return named.FirstOrDefault(s => options.Value.AllowAllSchemes || options.Value.AllowedSchemes.Contains(s, StringComparer.OrdinalIgnoreCase))
            ?? throw new InvalidOperationException($"None of the specified schemes ('{string.Join(", ", named)}') are allowed by configuration.");
    }
}
