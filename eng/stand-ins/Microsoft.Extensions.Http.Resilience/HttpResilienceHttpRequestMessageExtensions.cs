using Microsoft.Extensions.Http.Resilience.Internal;
using Polly;

namespace System.Net.Http;

/// <summary>The resilience context that a request carries.</summary>
public static class HttpResilienceHttpRequestMessageExtensions
{
    /// <summary>Gets the context, or null.</summary>
    public static ResilienceContext? GetResilienceContext(this HttpRequestMessage requestMessage)
    {
        ArgumentNullException.ThrowIfNull(requestMessage);
        return requestMessage.Options.TryGetValue(ResilienceKeys.Context, out var context) ? context : null;
    }

    /// <summary>Sets the context.</summary>
    public static void SetResilienceContext(this HttpRequestMessage requestMessage, ResilienceContext? resilienceContext)
    {
        ArgumentNullException.ThrowIfNull(requestMessage);
        requestMessage.Options.Set(ResilienceKeys.Context, resilienceContext);
    }
}
