using System.Diagnostics.CodeAnalysis;

namespace Microsoft.Extensions.ServiceDiscovery;

/// <summary>A question for endpoints: <c>scheme+scheme://_endpoint.service</c>.</summary>
public sealed class ServiceEndpointQuery
{
    private readonly string _original;

    private ServiceEndpointQuery(string original, string[] schemes, string serviceName, string? endpointName)
    {
        _original = original;
        IncludedSchemes = schemes;
        ServiceName = serviceName;
        EndpointName = endpointName;
    }

    /// <summary>The wanted schemes, the best first; empty where none is named.</summary>
    public IReadOnlyList<string> IncludedSchemes { get; }

    /// <summary>The endpoint's name, or null for the default one.</summary>
    public string? EndpointName { get; }

    /// <summary>The service's name.</summary>
    public string ServiceName { get; }

    /// <summary>Reads a query.</summary>
    public static bool TryParse(string input, [NotNullWhen(true)] out ServiceEndpointQuery? query)
    {
        ArgumentException.ThrowIfNullOrEmpty(input);
        query = null;

        var hasScheme = input.Contains("://", StringComparison.Ordinal);
        if (!Uri.TryCreate(hasScheme ? input : "none://" + input, UriKind.Absolute, out var uri) || uri.Host.Length == 0)
        {
            return false;
        }

        var host = uri.Host;
        string? endpointName = null;
        var dot = host.IndexOf('.', StringComparison.Ordinal);
        if (host[0] == '_' && dot > 1 && host[^1] != '.')
        {
            endpointName = host[1..dot];
            host = host[(dot + 1)..];
        }

        query = new ServiceEndpointQuery(input, hasScheme ? uri.Scheme.Split('+') : [], host, endpointName);
        return true;
    }

    /// <inheritdoc />
    public override string ToString() => _original;
}
