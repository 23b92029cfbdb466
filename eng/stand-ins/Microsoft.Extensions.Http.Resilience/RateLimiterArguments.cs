namespace Polly.RateLimiting;

/// <summary>What a rate limiter is asked with.</summary>
public readonly struct RateLimiterArguments(ResilienceContext context)
{
    /// <summary>The execution's context.</summary>
    public ResilienceContext Context { get; } = context;
}
