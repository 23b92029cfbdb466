namespace StackExchange.Redis;

/// <summary>A command that cannot be sent, such as an administrative one without <c>allowAdmin</c>.</summary>
public sealed class RedisCommandException : Exception
{
    /// <summary>Makes the exception.</summary>
    public RedisCommandException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception.</summary>
    public RedisCommandException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
