using System.Collections.Concurrent;

namespace Microsoft.Extensions.ServiceDiscovery.Http;

/// <summary>Picks the endpoint for a request, in turn, without making a string per request.</summary>
internal sealed class HttpServiceEndpointResolver(ServiceEndpointResolver resolver)
{
    private const int MostNames = 1024;

    private readonly ConcurrentDictionary<(string Scheme, string Host, int Port), Turn> _turns = new();

    public ServiceEndpoint GetEndpoint(Uri uri)
    {
        var key = (uri.Scheme, uri.Host, uri.Port);
        if (!_turns.TryGetValue(key, out var turn) || turn.Source.ChangeToken.HasChanged)
        {
            if (_turns.Count >= MostNames)
            {
                _turns.Clear();
            }

            turn = _turns[key] = new Turn(resolver.Get(uri.GetLeftPart(UriPartial.Authority)));
        }

        var endpoints = turn.Source.Endpoints;
        return endpoints.Count switch
        {
            0 => throw new InvalidOperationException($"No endpoints were found for the service {uri.GetLeftPart(UriPartial.Authority)}."),
            1 => endpoints[0],
            _ => endpoints[(int)((uint)Interlocked.Increment(ref turn.Next) % (uint)endpoints.Count)],
        };
    }

    private sealed class Turn(ServiceEndpointSource source)
    {
        public readonly ServiceEndpointSource Source = source;

        // The first request goes to the second endpoint, as with the real package.
        public int Next;
    }
}
