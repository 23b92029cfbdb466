using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace Microsoft.Extensions.ServiceDiscovery;

/// <summary>The endpoints of a service and the token that tells when they are out of date.</summary>
public sealed class ServiceEndpointSource
{
    private readonly List<ServiceEndpoint>? _endpoints;

    /// <summary>Makes a source.</summary>
    public ServiceEndpointSource(List<ServiceEndpoint>? endpoints, IChangeToken changeToken, IFeatureCollection features)
    {
        ArgumentNullException.ThrowIfNull(changeToken);
        ArgumentNullException.ThrowIfNull(features);
        _endpoints = endpoints;
        ChangeToken = changeToken;
        Features = features;
    }

    /// <summary>The endpoints; may be empty.</summary>
    public IReadOnlyList<ServiceEndpoint> Endpoints => _endpoints ?? (IReadOnlyList<ServiceEndpoint>)[];

    /// <summary>Fires when the endpoints may have changed.</summary>
    public IChangeToken ChangeToken { get; }

    /// <summary>What else is known of the service.</summary>
    public IFeatureCollection Features { get; }

    /// <inheritdoc />
    public override string ToString() => "[" + string.Join(", ", Endpoints) + "]";
}
