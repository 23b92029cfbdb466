namespace StackExchange.Redis;

/// <summary>A value and how long it is kept.</summary>
public readonly struct RedisValueWithExpiry(RedisValue value, TimeSpan? expiry)
{
    /// <summary>How long it is kept; null: for ever.</summary>
    public TimeSpan? Expiry { get; } = expiry;

    /// <summary>The value.</summary>
    public RedisValue Value { get; } = value;
}
