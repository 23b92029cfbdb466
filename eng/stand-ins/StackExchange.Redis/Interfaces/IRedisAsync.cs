namespace StackExchange.Redis;

/// <summary>What everything that sends commands has, without waiting.</summary>
public interface IRedisAsync
{
    /// <summary>The multiplexer.</summary>
    IConnectionMultiplexer Multiplexer { get; }

    /// <summary>Asks the server for a sign of life; gets how long it took.</summary>
    Task<TimeSpan> PingAsync(CommandFlags flags = CommandFlags.None);

    /// <summary>Waits for a task, at most for the synchronous time-out.</summary>
    void Wait(Task task);

    /// <summary>Waits for a task, at most for the synchronous time-out.</summary>
    T Wait<T>(Task<T> task);

    /// <summary>Waits for tasks, at most for the synchronous time-out.</summary>
    void WaitAll(params Task[] tasks);
}
