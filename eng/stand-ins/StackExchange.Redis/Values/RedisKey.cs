namespace StackExchange.Redis;

/// <summary>A key.</summary>
public readonly struct RedisKey : IEquatable<RedisKey>
{
    private readonly RedisValue _value;

    /// <summary>Makes a key.</summary>
    public RedisKey(string? key) => _value = key;

    private RedisKey(RedisValue value) => _value = value;

    internal RedisValue AsValue => _value;

    internal bool IsNull => _value.IsNull;

    /// <summary>Makes a key.</summary>
    public static implicit operator RedisKey(string? key) => new(key);

    /// <summary>Makes a key.</summary>
    public static implicit operator RedisKey(byte[]? key) => new((RedisValue)key);

    /// <summary>Gets the text.</summary>
    public static implicit operator string?(RedisKey key) => key._value;

    /// <summary>Gets the bytes.</summary>
    public static implicit operator byte[]?(RedisKey key) => key._value;

    /// <summary>Compares.</summary>
    public static bool operator ==(RedisKey x, RedisKey y) => x.Equals(y);

    /// <summary>Compares.</summary>
    public static bool operator !=(RedisKey x, RedisKey y) => !x.Equals(y);

    /// <summary>Joins two keys.</summary>
    [Obsolete("Prefer Append or Prepend.")]
    public static RedisKey operator +(RedisKey x, RedisKey y) => Join(x, y);

    private static RedisKey Join(RedisKey x, RedisKey y)
        => x.IsNull ? y : y.IsNull ? x : new RedisKey((RedisValue)(byte[])[.. (byte[])x._value!, .. (byte[])y._value!]);

    /// <summary>Puts <paramref name="prefix" /> before the key.</summary>
    public RedisKey Prepend(RedisKey prefix) => Join(prefix, this);

    /// <summary>Puts <paramref name="suffix" /> after the key.</summary>
    public RedisKey Append(RedisKey suffix) => Join(this, suffix);

    /// <inheritdoc />
    public bool Equals(RedisKey other) => _value == other._value;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj switch
    {
        RedisKey other => Equals(other),
        string other => Equals((RedisKey)other),
        byte[] other => Equals((RedisKey)other),
        _ => false,
    };

    /// <inheritdoc />
    public override int GetHashCode() => _value.GetHashCode();

    /// <inheritdoc />
    public override string ToString() => (string?)_value ?? "(null)";
}
