using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Http.Resilience.Internal;

namespace Polly;

/// <summary>The request that an execution is about.</summary>
[Experimental("EXTEXP0001", UrlFormat = "https://aka.ms/dotnet-extensions-warnings/{0}")]
public static class HttpResilienceContextExtensions
{
    /// <summary>Gets the request, or null.</summary>
    public static HttpRequestMessage? GetRequestMessage(this ResilienceContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Properties.TryGetValue(ResilienceKeys.RequestMessage, out var request) ? request : null;
    }

    /// <summary>Sets the request.</summary>
    public static void SetRequestMessage(this ResilienceContext context, HttpRequestMessage? requestMessage)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Properties.Set(ResilienceKeys.RequestMessage, requestMessage);
    }
}
