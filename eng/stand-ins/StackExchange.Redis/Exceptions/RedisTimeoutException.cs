namespace StackExchange.Redis;

/// <summary>The answer did not come in time. The command may have been done.</summary>
public sealed class RedisTimeoutException(string message, CommandStatus commandStatus) : TimeoutException(message)
{
    /// <summary>How far the command came.</summary>
    public CommandStatus Commandstatus { get; } = commandStatus;
}
