namespace StackExchange.Redis;

/// <summary>When a value is written.</summary>
public readonly struct ValueCondition
{
    private readonly When _when;

    private ValueCondition(When when) => _when = when;

    /// <summary>In any case.</summary>
    public static ValueCondition Always => new(When.Always);

    /// <summary>Where there is a value.</summary>
    public static ValueCondition Exists => new(When.Exists);

    /// <summary>Where there is none.</summary>
    public static ValueCondition NotExists => new(When.NotExists);

    /// <summary>Makes a condition.</summary>
    public static implicit operator ValueCondition(When when) => new(when);

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is ValueCondition other && _when == other._when;

    /// <inheritdoc />
    public override int GetHashCode() => _when.GetHashCode();

    internal RedisValue[] Arguments() => _when switch
    {
        When.Exists => ["XX"],
        When.NotExists => ["NX"],
        _ => [],
    };
}
