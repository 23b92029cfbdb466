namespace StackExchange.Redis;

/// <summary>Says when connecting is tried again.</summary>
public interface IReconnectRetryPolicy
{
    /// <summary>Whether it is time.</summary>
    bool ShouldRetry(long currentRetryCount, int timeElapsedMillisecondsSinceLastRetry);
}
