namespace StackExchange.Redis;

/// <summary>What kind of answer the server gave.</summary>
public enum ResultType : byte
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>A status.</summary>
    SimpleString = 1,

    /// <summary>An error.</summary>
    Error = 2,

    /// <summary>An integer.</summary>
    Integer = 3,

    /// <summary>A string.</summary>
    BulkString = 4,

    /// <summary>An array.</summary>
    Array = 5,
}
