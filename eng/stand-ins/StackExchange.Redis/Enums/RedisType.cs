namespace StackExchange.Redis;

/// <summary>The type of a key.</summary>
public enum RedisType
{
    /// <summary>There is no such key.</summary>
    None,

    /// <summary>A string.</summary>
    String,

    /// <summary>A list.</summary>
    List,

    /// <summary>A set.</summary>
    Set,

    /// <summary>A sorted set.</summary>
    SortedSet,

    /// <summary>A hash.</summary>
    Hash,

    /// <summary>A stream.</summary>
    Stream,

    /// <summary>Another one.</summary>
    Unknown,
}
