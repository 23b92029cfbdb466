namespace Polly.RateLimiting;

/// <summary>An execution was rejected by a rate limiter.</summary>
public sealed class RateLimiterRejectedException : ExecutionRejectedException
{
    /// <summary>Makes the exception.</summary>
    public RateLimiterRejectedException()
        : base("The operation could not be executed because it was rejected by the rate limiter.")
    {
    }

    /// <summary>Makes the exception with a message.</summary>
    public RateLimiterRejectedException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception with a message and a cause.</summary>
    public RateLimiterRejectedException(string message, Exception inner)
        : base(message, inner)
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="retryAfter">After what time a retry may succeed.</param>
    public RateLimiterRejectedException(TimeSpan retryAfter)
        : base($"The operation could not be executed because it was rejected by the rate limiter. It can be retried after '{retryAfter}'.")
        => RetryAfter = retryAfter;

    /// <summary>After what time a retry may succeed, where that is known.</summary>
    public TimeSpan? RetryAfter { get; }
}
