namespace StackExchange.Redis;

/// <summary>A member of a sorted set.</summary>
public readonly struct SortedSetEntry(RedisValue element, double score) : IEquatable<SortedSetEntry>, IComparable<SortedSetEntry>
{
    /// <summary>The member.</summary>
    public RedisValue Element { get; } = element;

    /// <summary>Its score.</summary>
    public double Score { get; } = score;

    /// <summary>Makes an entry.</summary>
    public static implicit operator SortedSetEntry(KeyValuePair<RedisValue, double> value) => new(value.Key, value.Value);

    /// <summary>Makes a pair.</summary>
    public static implicit operator KeyValuePair<RedisValue, double>(SortedSetEntry value) => new(value.Element, value.Score);

    /// <summary>Compares.</summary>
    public static bool operator ==(SortedSetEntry x, SortedSetEntry y) => x.Equals(y);

    /// <summary>Compares.</summary>
    public static bool operator !=(SortedSetEntry x, SortedSetEntry y) => !x.Equals(y);

    /// <inheritdoc />
    public bool Equals(SortedSetEntry other) => Score.Equals(other.Score) && Element == other.Element;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is SortedSetEntry other && Equals(other);

    /// <inheritdoc />
    public int CompareTo(SortedSetEntry other) => Score.CompareTo(other.Score);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Element, Score);

    /// <inheritdoc />
    public override string ToString() => FormattableString.Invariant($"{Element}: {Score}");
}
