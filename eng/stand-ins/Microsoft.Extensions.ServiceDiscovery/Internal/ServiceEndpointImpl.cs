using System.Net;
using Microsoft.AspNetCore.Http.Features;

namespace Microsoft.Extensions.ServiceDiscovery.Internal;

internal sealed class ServiceEndpointImpl(EndPoint endPoint, IFeatureCollection? features) : ServiceEndpoint
{
    public override EndPoint EndPoint { get; } = endPoint;

    public override IFeatureCollection Features { get; } = features ?? new FeatureCollection();

    public override string? ToString() => EndPoint is DnsEndPoint dns
        ? (dns.Port > 0 ? $"{dns.Host}:{dns.Port}" : dns.Host)
        : EndPoint.ToString();
}
