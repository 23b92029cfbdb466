using System.Threading.RateLimiting;

namespace Polly.RateLimiting;

/// <summary>What a rejection is reported with.</summary>
public readonly struct OnRateLimiterRejectedArguments(ResilienceContext context, RateLimitLease lease)
{
    /// <summary>The execution's context.</summary>
    public ResilienceContext Context { get; } = context;

    /// <summary>The lease that was refused.</summary>
    public RateLimitLease Lease { get; } = lease;
}
