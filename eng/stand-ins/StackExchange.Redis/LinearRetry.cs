namespace StackExchange.Redis;

/// <summary>Waits the same time after each failure.</summary>
public class LinearRetry(int maxRetryElapsedTimeAllowedMilliseconds) : IReconnectRetryPolicy
{
    /// <inheritdoc />
    public bool ShouldRetry(long currentRetryCount, int timeElapsedMillisecondsSinceLastRetry)
        => timeElapsedMillisecondsSinceLastRetry >= maxRetryElapsedTimeAllowedMilliseconds;
}
