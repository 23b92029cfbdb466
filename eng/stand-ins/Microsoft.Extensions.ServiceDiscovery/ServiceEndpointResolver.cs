using System.Collections.Concurrent;
using Microsoft.Extensions.ServiceDiscovery.Configuration;

namespace Microsoft.Extensions.ServiceDiscovery;

/// <summary>Resolves service names to endpoints and keeps the answers until configuration changes.</summary>
public sealed class ServiceEndpointResolver : IAsyncDisposable
{
    // Names are a fixed set; the bound is for programs that send to hosts that others name.
    private const int MostNames = 1024;

    private readonly ConcurrentDictionary<string, ServiceEndpointSource> _known = new(StringComparer.OrdinalIgnoreCase);
    private readonly EndpointLookup _lookup;

    internal ServiceEndpointResolver(EndpointLookup lookup) => _lookup = lookup;

    /// <summary>Gets the endpoints of <paramref name="serviceName" />, such as <c>https+http://order-service</c>.</summary>
    /// <exception cref="InvalidOperationException">The name is not one that any provider can resolve.</exception>
    public ValueTask<ServiceEndpointSource> GetEndpointsAsync(string serviceName, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(serviceName);
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Get(serviceName));
    }

    internal ServiceEndpointSource Get(string serviceName)
    {
        if (_known.TryGetValue(serviceName, out var source) && !source.ChangeToken.HasChanged)
        {
            return source;
        }

        if (!ServiceEndpointQuery.TryParse(serviceName, out var query))
        {
            throw new InvalidOperationException($"No provider which supports the provided service name, '{serviceName}', has been configured.");
        }

        if (_known.Count >= MostNames)
        {
            _known.Clear();
        }

        return _known[serviceName] = _lookup.Find(query);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        _known.Clear();
        return ValueTask.CompletedTask;
    }
}
