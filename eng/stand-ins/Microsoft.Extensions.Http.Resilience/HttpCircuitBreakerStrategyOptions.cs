using Polly.CircuitBreaker;

namespace Microsoft.Extensions.Http.Resilience;

/// <summary>
/// A circuit breaker for HTTP requests. Defaults: opens for 5 seconds when 10 % of at least 100 requests within
/// 30 seconds failed.
/// </summary>
public class HttpCircuitBreakerStrategyOptions : CircuitBreakerStrategyOptions<HttpResponseMessage>
{
    /// <summary>Makes the defaults.</summary>
    public HttpCircuitBreakerStrategyOptions()
        => ShouldHandle = static args => new ValueTask<bool>(HttpClientResiliencePredicates.IsTransient(args.Outcome));
}
