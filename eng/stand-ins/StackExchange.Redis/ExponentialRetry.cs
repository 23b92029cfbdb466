namespace StackExchange.Redis;

/// <summary>Waits longer after each failure, with a little chance in it so that many clients do not come at once.</summary>
public class ExponentialRetry(int deltaBackOffMilliseconds, int maxDeltaBackOffMilliseconds) : IReconnectRetryPolicy
{
    /// <summary>Makes a policy that waits at most 10 seconds.</summary>
    public ExponentialRetry(int deltaBackOffMilliseconds)
        : this(deltaBackOffMilliseconds, Math.Max(deltaBackOffMilliseconds, 10_000))
    {
    }

    /// <inheritdoc />
    public bool ShouldRetry(long currentRetryCount, int timeElapsedMillisecondsSinceLastRetry)
    {
        var longest = Math.Min(deltaBackOffMilliseconds * Math.Pow(1.5, Math.Min(currentRetryCount, 64)), maxDeltaBackOffMilliseconds);
        return timeElapsedMillisecondsSinceLastRetry >= longest * (0.8 + (Random.Shared.NextDouble() * 0.2));
    }
}
