using System.Collections.ObjectModel;
using System.Globalization;
using System.Net;

namespace StackExchange.Redis;

/// <summary>The servers.</summary>
public sealed class EndPointCollection : Collection<EndPoint>
{
    /// <summary>Makes an empty collection.</summary>
    public EndPointCollection()
    {
    }

    /// <summary>Makes a collection.</summary>
    public EndPointCollection(IList<EndPoint> endpoints)
        : base(endpoints)
    {
    }

    /// <summary>Adds <c>host</c> or <c>host:port</c>.</summary>
    /// <exception cref="ArgumentException">It is neither.</exception>
    public void Add(string hostAndPort)
        => Add(Parse(hostAndPort) ?? throw new ArgumentException($"Could not parse host and port from '{hostAndPort}'", nameof(hostAndPort)));

    /// <summary>Adds a server.</summary>
    public void Add(string host, int port)
        => Add(IPAddress.TryParse(host, out var ip) ? new IPEndPoint(ip, port) : new DnsEndPoint(host, port));

    internal static EndPoint? Parse(string text)
    {
        if (IPEndPoint.TryParse(text, out var ip))
        {
            return ip.Port == 0 ? new IPEndPoint(ip.Address, 0) : ip;
        }

        var colon = text.LastIndexOf(':');
        if (colon < 0)
        {
            return new DnsEndPoint(text, 0);
        }

        return colon > 0 && int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= 65535
            ? new DnsEndPoint(text[..colon], port)
            : null;
    }

    internal static string Text(EndPoint endPoint) => endPoint switch
    {
        DnsEndPoint dns => string.Create(CultureInfo.InvariantCulture, $"{dns.Host}:{dns.Port}"),
        _ => endPoint.ToString() ?? string.Empty,
    };
}
