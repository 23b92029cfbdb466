namespace StackExchange.Redis;

/// <summary>A field of a hash.</summary>
public readonly struct HashEntry(RedisValue name, RedisValue value) : IEquatable<HashEntry>
{
    /// <summary>The field.</summary>
    public RedisValue Name { get; } = name;

    /// <summary>Its value.</summary>
    public RedisValue Value { get; } = value;

    /// <summary>Makes an entry.</summary>
    public static implicit operator HashEntry(KeyValuePair<RedisValue, RedisValue> value) => new(value.Key, value.Value);

    /// <summary>Makes a pair.</summary>
    public static implicit operator KeyValuePair<RedisValue, RedisValue>(HashEntry value) => new(value.Name, value.Value);

    /// <summary>Compares.</summary>
    public static bool operator ==(HashEntry x, HashEntry y) => x.Equals(y);

    /// <summary>Compares.</summary>
    public static bool operator !=(HashEntry x, HashEntry y) => !x.Equals(y);

    /// <inheritdoc />
    public bool Equals(HashEntry other) => Name == other.Name && Value == other.Value;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is HashEntry other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Name, Value);

    /// <inheritdoc />
    public override string ToString() => Name + ": " + Value;
}
