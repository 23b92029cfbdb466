namespace StackExchange.Redis;

/// <summary>A channel, or a pattern of channels.</summary>
public readonly struct RedisChannel : IEquatable<RedisChannel>
{
    private readonly RedisValue _value;

    private RedisChannel(RedisValue value, bool isPattern)
    {
        _value = value;
        IsPattern = isPattern;
    }

    /// <summary>Whether this is none.</summary>
    public bool IsNullOrEmpty => _value.IsNullOrEmpty;

    /// <summary>Whether this is a pattern.</summary>
    public bool IsPattern { get; }

    internal RedisValue AsValue => _value;

    /// <summary>The channel of exactly this name.</summary>
    public static RedisChannel Literal(string value) => new(value, isPattern: false);

    /// <summary>The channel of exactly this name.</summary>
    public static RedisChannel Literal(byte[] value) => new(value, isPattern: false);

    /// <summary>The channels that match a pattern of <c>*</c>, <c>?</c> and <c>[…]</c>.</summary>
    public static RedisChannel Pattern(string value) => new(value, isPattern: true);

    /// <summary>The channels that match a pattern of <c>*</c>, <c>?</c> and <c>[…]</c>.</summary>
    public static RedisChannel Pattern(byte[] value) => new(value, isPattern: true);

    /// <summary>Gets the text.</summary>
    public static implicit operator string?(RedisChannel key) => key._value;

    /// <summary>Gets the bytes.</summary>
    public static implicit operator byte[]?(RedisChannel key) => key._value;

    /// <summary>Compares.</summary>
    public static bool operator ==(RedisChannel x, RedisChannel y) => x.Equals(y);

    /// <summary>Compares.</summary>
    public static bool operator !=(RedisChannel x, RedisChannel y) => !x.Equals(y);

    /// <inheritdoc />
    public bool Equals(RedisChannel other) => IsPattern == other.IsPattern && _value == other._value;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is RedisChannel other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(_value, IsPattern);

    /// <inheritdoc />
    public override string ToString() => (string?)_value ?? "(null)";
}
