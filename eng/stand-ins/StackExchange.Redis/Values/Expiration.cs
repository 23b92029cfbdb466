namespace StackExchange.Redis;

/// <summary>When a value goes: after a time, at a time, as before, or never.</summary>
public readonly struct Expiration
{
    private readonly Kind _kind;
    private readonly long _milliseconds;

    /// <summary>After a time.</summary>
    public Expiration(TimeSpan ttl)
        : this(Kind.After, (long)ttl.TotalMilliseconds)
    {
    }

    /// <summary>At a time.</summary>
    public Expiration(DateTime when)
        : this(Kind.At, new DateTimeOffset(when.ToUniversalTime(), TimeSpan.Zero).ToUnixTimeMilliseconds())
    {
    }

    private Expiration(Kind kind, long milliseconds)
    {
        _kind = kind;
        _milliseconds = milliseconds;
    }

    private enum Kind
    {
        None,
        After,
        At,
        Keep,
        Persist,
    }

    /// <summary>None.</summary>
    public static Expiration Default => default;

    /// <summary>As it is.</summary>
    public static Expiration KeepTtl => new(Kind.Keep, 0);

    /// <summary>Never.</summary>
    public static Expiration Persist => new(Kind.Persist, 0);

    /// <summary>After a time.</summary>
    public static implicit operator Expiration(TimeSpan ttl) => new(ttl);

    /// <summary>At a time.</summary>
    public static implicit operator Expiration(DateTime when) => new(when);

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is Expiration other && _kind == other._kind && _milliseconds == other._milliseconds;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(_kind, _milliseconds);

    internal static Expiration From(TimeSpan? ttl, bool keepTtl = false)
        => keepTtl ? KeepTtl : ttl is { } time && time != TimeSpan.MaxValue ? new Expiration(time) : default;

    internal RedisValue[] Arguments() => _kind switch
    {
        Kind.After => _milliseconds % 1000 == 0 ? ["EX", _milliseconds / 1000] : ["PX", _milliseconds],
        Kind.At => ["PXAT", _milliseconds],
        Kind.Keep => ["KEEPTTL"],
        Kind.Persist => ["PERSIST"],
        Kind.None => [],
        _ => throw new InvalidOperationException($"Unknown expiration {_kind}."),
    };
}
