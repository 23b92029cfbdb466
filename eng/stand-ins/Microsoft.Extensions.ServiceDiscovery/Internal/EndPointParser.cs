using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;

namespace Microsoft.Extensions.ServiceDiscovery.Internal;

/// <summary>Reads an address in any of the forms that configuration may hold. A port of 0 means: the scheme's own.</summary>
internal static class EndPointParser
{
    public static bool TryParse([NotNullWhen(true)] string? value, [NotNullWhen(true)] out EndPoint? endPoint)
    {
        endPoint = null;
        if (string.IsNullOrWhiteSpace(value))
        {
            return false;
        }

        if (value.Contains("://", StringComparison.Ordinal))
        {
            endPoint = Uri.TryCreate(value, UriKind.Absolute, out var uri) ? new UriEndPoint(uri) : null;
            return endPoint is not null;
        }

        if (IPEndPoint.TryParse(value, out var ip))
        {
            endPoint = ip;
            return true;
        }

        var colon = value.LastIndexOf(':');
        var port = 0;
        if (colon >= 0 && !(int.TryParse(value.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out port) && port <= IPEndPoint.MaxPort))
        {
            return false;
        }

        var host = colon < 0 ? value : value[..colon];
        endPoint = Uri.CheckHostName(host) == UriHostNameType.Unknown && !host.Contains('_', StringComparison.Ordinal)
            ? null
            : new DnsEndPoint(host, port);
        return endPoint is not null;
    }
}
