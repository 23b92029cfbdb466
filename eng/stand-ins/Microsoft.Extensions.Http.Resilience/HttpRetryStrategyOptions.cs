using Microsoft.Extensions.Http.Resilience.Internal;
using Polly;
using Polly.Retry;

namespace Microsoft.Extensions.Http.Resilience;

/// <summary>
/// Retries of an HTTP request: 3, exponential with jitter from 2 seconds on, for 408, 429, 5xx,
/// <see cref="HttpRequestException" /> and time-outs; a <c>Retry-After</c> header wins over the computed delay.
/// </summary>
public class HttpRetryStrategyOptions : RetryStrategyOptions<HttpResponseMessage>
{
    /// <summary>Makes the defaults.</summary>
    public HttpRetryStrategyOptions()
    {
        ShouldHandle = static args => new ValueTask<bool>(HttpClientResiliencePredicates.IsTransient(args.Outcome));
        BackoffType = DelayBackoffType.Exponential;
        UseJitter = true;
        ShouldRetryAfterHeader = true;
    }

    /// <summary>Whether a <c>Retry-After</c> header sets the delay. Default: true. Setting it replaces the delay generator.</summary>
    public bool ShouldRetryAfterHeader
    {
        get;
        set
        {
            field = value;
            DelayGenerator = value
                ? static args => new ValueTask<TimeSpan?>(RetryAfter.Of(args.Outcome.Result, TimeProvider.System))
                : null;
        }
    }
}
