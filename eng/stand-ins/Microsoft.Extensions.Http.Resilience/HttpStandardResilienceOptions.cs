namespace Microsoft.Extensions.Http.Resilience;

/// <summary>
/// The standard pipeline, from the outside in: limit on concurrent requests, total time-out, retries, circuit breaker,
/// time-out per attempt.
/// </summary>
public class HttpStandardResilienceOptions
{
    /// <summary>At most how many requests at once. Default: 1000, none queued.</summary>
    public HttpRateLimiterStrategyOptions RateLimiter { get; set; } = new() { Name = "Standard-RateLimiter" };

    /// <summary>How long a request may take with all its retries. Default: 30 seconds.</summary>
    public HttpTimeoutStrategyOptions TotalRequestTimeout { get; set; } = new() { Name = "Standard-TotalRequestTimeout" };

    /// <summary>The retries. Default: 3, from 2 seconds on.</summary>
    public HttpRetryStrategyOptions Retry { get; set; } = new() { Name = "Standard-Retry" };

    /// <summary>The circuit breaker.</summary>
    public HttpCircuitBreakerStrategyOptions CircuitBreaker { get; set; } = new() { Name = "Standard-CircuitBreaker" };

    /// <summary>How long one attempt may take. Default: 10 seconds.</summary>
    public HttpTimeoutStrategyOptions AttemptTimeout { get; set; } = new() { Name = "Standard-AttemptTimeout", Timeout = TimeSpan.FromSeconds(10) };
}
