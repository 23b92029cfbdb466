using Polly.RateLimiting;

namespace Microsoft.Extensions.Http.Resilience;

/// <summary>A limit on concurrent HTTP requests. Default: 1000 at once, none queued.</summary>
public class HttpRateLimiterStrategyOptions : RateLimiterStrategyOptions;
