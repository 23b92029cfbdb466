using System.Threading.RateLimiting;
using Polly;

namespace Polly.RateLimiting;

/// <summary>Options of the rate limiter strategy (Polly.RateLimiting).</summary>
public class RateLimiterStrategyOptions : ResilienceStrategyOptions
{
    /// <summary>Makes the defaults.</summary>
    public RateLimiterStrategyOptions() => Name = "RateLimiter";

    /// <summary>The limiter that is used where <see cref="RateLimiter" /> is null. Default: 1000 permits, no queue.</summary>
    public ConcurrencyLimiterOptions DefaultRateLimiterOptions { get; set; } = new() { PermitLimit = 1000, QueueLimit = 0 };

    /// <summary>Gets the lease for an execution.</summary>
    public Func<RateLimiterArguments, ValueTask<RateLimitLease>>? RateLimiter { get; set; }

    /// <summary>Called when an execution is rejected.</summary>
    public Func<OnRateLimiterRejectedArguments, ValueTask>? OnRejected { get; set; }
}
