using System.Diagnostics.CodeAnalysis;
using System.Net;
using Polly;
using Polly.Timeout;

namespace Microsoft.Extensions.Http.Resilience;

/// <summary>What counts as a failure that may pass by itself.</summary>
public static class HttpClientResiliencePredicates
{
    /// <summary>Whether the outcome is a 408, 429, 5xx, a connection failure or a time-out of a strategy.</summary>
    public static bool IsTransient(Outcome<HttpResponseMessage> outcome) => outcome switch
    {
        { Result: { } response } => (int)response.StatusCode >= 500
            || response.StatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests,
        { Exception: { } exception } => exception is HttpRequestException or TimeoutRejectedException,
        _ => false,
    };

    /// <summary>
    /// Whether the outcome is transient, a connect time-out of the client included, which shows as a cancellation that
    /// <paramref name="cancellationToken" /> did not ask for.
    /// </summary>
    [Experimental("EXTEXP0001", UrlFormat = "https://aka.ms/dotnet-extensions-warnings/{0}")]
    public static bool IsTransient(Outcome<HttpResponseMessage> outcome, CancellationToken cancellationToken)
        => IsTransient(outcome)
            || (outcome.Exception is OperationCanceledException { InnerException: TimeoutException }
                && !cancellationToken.IsCancellationRequested);
}
