using System.Net;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.ServiceDiscovery.Http;

/// <summary>Sends each request to a resolved endpoint of the service that its URI names.</summary>
internal sealed class ResolvingHttpDelegatingHandler(
    HttpServiceEndpointResolver resolver,
    IOptions<ServiceDiscoveryOptions> options) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var original = request.RequestUri;
        if (original is null)
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        request.RequestUri = Resolve(original);
        try
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            // A retry resolves anew, and may go to another endpoint.
            request.RequestUri = original;
        }
    }

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var original = request.RequestUri;
        if (original is null)
        {
            return base.Send(request, cancellationToken);
        }

        request.RequestUri = Resolve(original);
        try
        {
            return base.Send(request, cancellationToken);
        }
        finally
        {
            request.RequestUri = original;
        }
    }

    private Uri Resolve(Uri uri)
    {
        var endPoint = resolver.GetEndpoint(uri).EndPoint;
        UriBuilder result;
        switch (endPoint)
        {
            case UriEndPoint { Uri: var target }:
                result = new UriBuilder(uri) { Scheme = target.Scheme, Host = target.Host };
                if (target.Port > 0)
                {
                    result.Port = target.Port;
                }

                if (target.AbsolutePath.Length > 1)
                {
                    result.Path = target.AbsolutePath.TrimEnd('/') + "/" + uri.AbsolutePath.TrimStart('/');
                }

                return result.Uri;
            case DnsEndPoint dns when uri.Scheme is "http" or "https" && dns.Host == uri.Host && (dns.Port == uri.Port || dns.Port == 0):
                return uri;
            case IPEndPoint ip:
                result = new UriBuilder(uri) { Host = ip.Address.ToString() };
                SetPort(result, ip.Port);
                break;
            case DnsEndPoint dns:
                result = new UriBuilder(uri) { Host = dns.Host };
                SetPort(result, dns.Port);
                break;
            default:
                throw new InvalidOperationException($"Endpoints of type {endPoint.GetType()} are not supported.");
        }

        if (uri.Scheme.Contains('+', StringComparison.Ordinal))
        {
            var first = uri.Scheme.Split('+')[0];
            var allowed = options.Value;
            result.Scheme = allowed.AllowAllSchemes || allowed.AllowedSchemes.Contains(first, StringComparer.OrdinalIgnoreCase)
                ? first
                : allowed.AllowedSchemes[0];
        }

        return result.Uri;
    }

    private static void SetPort(UriBuilder builder, int port)
    {
        if (port > 0)
        {
            builder.Port = port;
        }
    }
}
