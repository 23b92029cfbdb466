namespace StackExchange.Redis;

/// <summary>There is no connection, or it broke before the answer came.</summary>
public sealed class RedisConnectionException : RedisException
{
    /// <summary>Makes the exception.</summary>
    public RedisConnectionException(ConnectionFailureType failureType, string message)
        : this(failureType, message, null, CommandStatus.Unknown)
    {
    }

    /// <summary>Makes the exception.</summary>
    public RedisConnectionException(ConnectionFailureType failureType, string message, Exception? innerException)
        : this(failureType, message, innerException, CommandStatus.Unknown)
    {
    }

    /// <summary>Makes the exception.</summary>
    public RedisConnectionException(ConnectionFailureType failureType, string message, Exception? innerException, CommandStatus commandStatus)
        : base(message, innerException)
    {
        FailureType = failureType;
        CommandStatus = commandStatus;
    }

    /// <summary>Why.</summary>
    public ConnectionFailureType FailureType { get; }

    /// <summary>How far the command came.</summary>
    public CommandStatus CommandStatus { get; }
}
