namespace StackExchange.Redis;

/// <summary>Something went wrong at or on the way to the server.</summary>
public class RedisException : Exception
{
    /// <summary>Makes the exception.</summary>
    public RedisException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception.</summary>
    public RedisException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
