using System.Globalization;
using System.Text;

namespace StackExchange.Redis;

/// <summary>A value: text, bytes, a number, or null. Two values are equal where their bytes are.</summary>
public readonly struct RedisValue : IEquatable<RedisValue>, IComparable<RedisValue>, IComparable
{
    private static readonly object IntegerTag = new();

    // null; a string; bytes; or the tag, for the integer beside it.
    private readonly object? _object;
    private readonly long _integer;

    /// <summary>Makes a value of text.</summary>
    public RedisValue(string value)
        : this(value, 0)
    {
    }

    private RedisValue(object? value, long integer)
    {
        _object = value;
        _integer = integer;
    }

    /// <summary>An empty value.</summary>
    public static RedisValue EmptyString { get; } = new(Array.Empty<byte>(), 0);

    /// <summary>No value.</summary>
    public static RedisValue Null => default;

    /// <summary>Whether there is a value, which may be empty.</summary>
    public bool HasValue => !IsNullOrEmpty;

    /// <summary>Whether there is none.</summary>
    public bool IsNull => _object is null;

    /// <summary>Whether there is none, or an empty one.</summary>
    public bool IsNullOrEmpty => _object switch
    {
        null => true,
        string text => text.Length == 0,
        byte[] bytes => bytes.Length == 0,
        _ => false,
    };

    /// <summary>Whether the value is kept as an integer.</summary>
    public bool IsInteger => ReferenceEquals(_object, IntegerTag);

    /// <summary>Makes a value.</summary>
    public static implicit operator RedisValue(int value) => new(IntegerTag, value);

    /// <summary>Makes a value.</summary>
    public static implicit operator RedisValue(int? value) => value is { } v ? v : Null;

    /// <summary>Makes a value.</summary>
    public static implicit operator RedisValue(long value) => new(IntegerTag, value);

    /// <summary>Makes a value.</summary>
    public static implicit operator RedisValue(long? value) => value is { } v ? v : Null;

    /// <summary>Makes a value.</summary>
    public static implicit operator RedisValue(uint value) => new(IntegerTag, value);

    /// <summary>Makes a value.</summary>
    public static implicit operator RedisValue(ulong value)
        => value <= long.MaxValue ? new(IntegerTag, (long)value) : new(value.ToString(CultureInfo.InvariantCulture), 0);

    /// <summary>Makes a value: a whole number is kept as an integer.</summary>
    public static implicit operator RedisValue(double value)
        => value == Math.Floor(value) && Math.Abs(value) < 9e15 && !(value == 0 && double.IsNegative(value))
            ? new(IntegerTag, (long)value)
            : new(Format(value), 0);

    /// <summary>Makes a value.</summary>
    public static implicit operator RedisValue(double? value) => value is { } v ? v : Null;

    /// <summary>Makes a value: 1 or 0.</summary>
    public static implicit operator RedisValue(bool value) => new(IntegerTag, value ? 1 : 0);

    /// <summary>Makes a value: 1 or 0.</summary>
    public static implicit operator RedisValue(bool? value) => value is { } v ? v : Null;

    /// <summary>Makes a value.</summary>
    public static implicit operator RedisValue(string? value) => new(value, 0);

    /// <summary>Makes a value.</summary>
    public static implicit operator RedisValue(byte[]? value) => new(value, 0);

    /// <summary>Makes a value.</summary>
    public static implicit operator RedisValue(ReadOnlyMemory<byte> value) => new(value.ToArray(), 0);

    /// <summary>Makes a value.</summary>
    public static implicit operator RedisValue(Memory<byte> value) => new(value.ToArray(), 0);

    /// <summary>Gets the text.</summary>
    public static implicit operator string?(RedisValue value) => value._object switch
    {
        null => null,
        string text => text,
        byte[] bytes => Encoding.UTF8.GetString(bytes),
        _ => value._integer.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>Gets the bytes.</summary>
    public static implicit operator byte[]?(RedisValue value) => value._object switch
    {
        null => null,
        byte[] bytes => bytes,
        string text => Encoding.UTF8.GetBytes(text),
        _ => Encoding.ASCII.GetBytes(value._integer.ToString(CultureInfo.InvariantCulture)),
    };

    /// <summary>Gets the bytes.</summary>
    public static implicit operator ReadOnlyMemory<byte>(RedisValue value) => (byte[]?)value;

    /// <summary>Gets the number; null is 0.</summary>
    /// <exception cref="InvalidCastException">It is no whole number.</exception>
    public static explicit operator long(RedisValue value)
        => value.IsNull ? 0 : value.TryParse(out long number) ? number : throw Cast("Int64", value);

    /// <summary>Gets the number; null is 0.</summary>
    /// <exception cref="InvalidCastException">It is no whole number.</exception>
    public static explicit operator int(RedisValue value) => checked((int)(long)value);

    /// <summary>Gets the number; null is 0.</summary>
    /// <exception cref="InvalidCastException">It is no whole number.</exception>
    public static explicit operator uint(RedisValue value) => checked((uint)(long)value);

    /// <summary>Gets the number; null is 0.</summary>
    /// <exception cref="InvalidCastException">It is no whole number.</exception>
    public static explicit operator ulong(RedisValue value)
        => value.IsNull ? 0
            : ulong.TryParse((string?)value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Cast("UInt64", value);

    /// <summary>Gets the number; null is 0.</summary>
    /// <exception cref="InvalidCastException">It is no number.</exception>
    public static explicit operator double(RedisValue value)
        => value.IsNull ? 0 : value.TryParse(out double number) ? number : throw Cast("Double", value);

    /// <summary>Gets the number; null is 0.</summary>
    /// <exception cref="InvalidCastException">It is no number.</exception>
    public static explicit operator float(RedisValue value) => (float)(double)value;

    /// <summary>Gets the number; null is 0.</summary>
    /// <exception cref="InvalidCastException">It is no number.</exception>
    public static explicit operator decimal(RedisValue value)
        => value.IsNull ? 0
            : decimal.TryParse((string?)value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : throw Cast("Decimal", value);

    /// <summary>Gets a truth value of 1, 0, true or false; null is false.</summary>
    /// <exception cref="InvalidCastException">It is none of these.</exception>
    public static explicit operator bool(RedisValue value) => (string?)value switch
    {
        null or "0" or "false" or "False" => false,
        "1" or "true" or "True" => true,
        _ => throw Cast("Boolean", value),
    };

    /// <summary>Gets the number; null is null.</summary>
    public static explicit operator long?(RedisValue value) => value.IsNull ? null : (long)value;

    /// <summary>Gets the number; null is null.</summary>
    public static explicit operator int?(RedisValue value) => value.IsNull ? null : (int)value;

    /// <summary>Gets the number; null is null.</summary>
    public static explicit operator double?(RedisValue value) => value.IsNull ? null : (double)value;

    /// <summary>Gets the number; null is null.</summary>
    public static explicit operator decimal?(RedisValue value) => value.IsNull ? null : (decimal)value;

    /// <summary>Gets the truth value; null is null.</summary>
    public static explicit operator bool?(RedisValue value) => value.IsNull ? null : (bool)value;

    /// <summary>Compares.</summary>
    public static bool operator ==(RedisValue x, RedisValue y) => x.Equals(y);

    /// <summary>Compares.</summary>
    public static bool operator !=(RedisValue x, RedisValue y) => !x.Equals(y);

    /// <summary>Gets the length in bytes.</summary>
    public long Length() => ((byte[]?)this)?.Length ?? 0;

    /// <summary>Whether the value begins with <paramref name="value" />.</summary>
    public bool StartsWith(RedisValue value)
        => !IsNull && !value.IsNull && ((byte[])this!).AsSpan().StartsWith((byte[])value!);

    /// <summary>Gets the number where it is a whole one.</summary>
    public bool TryParse(out long val)
    {
        if (IsInteger || IsNull)
        {
            val = _integer;
            return true;
        }

        return _object is byte[] bytes
            ? long.TryParse(bytes, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out val)
            : long.TryParse((string)_object!, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out val);
    }

    /// <summary>Gets the number where it is a whole one.</summary>
    public bool TryParse(out int val)
    {
        var whole = TryParse(out long number) && number is >= int.MinValue and <= int.MaxValue;
        val = whole ? (int)number : 0;
        return whole;
    }

    /// <summary>Gets the number where it is one.</summary>
    public bool TryParse(out double val)
    {
        if (IsInteger || IsNull)
        {
            val = _integer;
            return true;
        }

        var text = (string)this!;
        switch (text.ToUpperInvariant())
        {
            case "INF" or "+INF":
                val = double.PositiveInfinity;
                return true;
            case "-INF":
                val = double.NegativeInfinity;
                return true;
            default:
                return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out val);
        }
    }

    /// <inheritdoc />
    public bool Equals(RedisValue other)
    {
        if (IsNull || other.IsNull)
        {
            return IsNull && other.IsNull;
        }

        if (IsInteger && other.IsInteger)
        {
            return _integer == other._integer;
        }

        return _object is string x && other._object is string y
            ? string.Equals(x, y, StringComparison.Ordinal)
            : ((byte[])this!).AsSpan().SequenceEqual((byte[])other!);
    }

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj switch
    {
        null => IsNull,
        RedisValue other => Equals(other),
        string other => Equals((RedisValue)other),
        byte[] other => Equals((RedisValue)other),
        _ => false,
    };

    /// <inheritdoc />
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.AddBytes((byte[]?)this);
        return hash.ToHashCode();
    }

    /// <inheritdoc />
    public int CompareTo(RedisValue other)
        => IsInteger && other.IsInteger
            ? _integer.CompareTo(other._integer)
            : ((ReadOnlySpan<byte>)(byte[]?)this).SequenceCompareTo((byte[]?)other);

    int IComparable.CompareTo(object? obj) => obj is RedisValue other ? CompareTo(other) : 1;

    /// <inheritdoc />
    public override string ToString() => (string?)this ?? string.Empty;

    internal static string Format(double value) => double.IsPositiveInfinity(value) ? "+inf"
        : double.IsNegativeInfinity(value) ? "-inf"
        : value.ToString("G17", CultureInfo.InvariantCulture);

    internal void Write(Protocol.RespWriter writer)
    {
        switch (_object)
        {
            case byte[] bytes:
                writer.Bulk(bytes);
                break;
            case string text:
                writer.Bulk(text);
                break;
            case null:
                writer.Bulk(ReadOnlySpan<byte>.Empty);
                break;
            default:
                writer.Bulk(_integer);
                break;
        }
    }

    private static InvalidCastException Cast(string type, RedisValue value)
        => new($"Unable to cast from {(value.IsNull ? "null" : "value")} to {type}: the value is not a number of that kind.");
}
