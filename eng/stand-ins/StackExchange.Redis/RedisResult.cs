using StackExchange.Redis.Protocol;

namespace StackExchange.Redis;

/// <summary>An answer of any kind.</summary>
public sealed class RedisResult
{
    private readonly Resp _answer;

    internal RedisResult(in Resp answer) => _answer = answer;

    /// <summary>What kind of answer it is.</summary>
    public ResultType Resp2Type => _answer.Type;

    /// <summary>Whether there is none.</summary>
    public bool IsNull => _answer.IsNull;

    /// <summary>How many items an array has; -1: it is none.</summary>
    public int Length => _answer.Items?.Length ?? -1;

    /// <summary>Gets an item of an array.</summary>
    public RedisResult this[int index] => new((_answer.Items ?? throw new InvalidOperationException("Indexers can only be used on array results"))[index]);

    /// <summary>Makes an answer.</summary>
    public static RedisResult Create(RedisValue value, ResultType? resultType = null)
        => new(new Resp(resultType ?? ResultType.BulkString, value));

    /// <summary>Gets the text.</summary>
    public static explicit operator string?(RedisResult? result) => result?.Scalar;

    /// <summary>Gets the bytes.</summary>
    public static explicit operator byte[]?(RedisResult? result) => result?.Scalar;

    /// <summary>Gets the value.</summary>
    public static explicit operator RedisValue(RedisResult? result) => result?.Scalar ?? RedisValue.Null;

    /// <summary>Gets the key.</summary>
    public static explicit operator RedisKey(RedisResult? result) => (byte[]?)(result?.Scalar ?? RedisValue.Null);

    /// <summary>Gets the number.</summary>
    public static explicit operator int(RedisResult result) => (int)result.Scalar;

    /// <summary>Gets the number.</summary>
    public static explicit operator long(RedisResult result) => (long)result.Scalar;

    /// <summary>Gets the number.</summary>
    public static explicit operator double(RedisResult result) => (double)result.Scalar;

    /// <summary>Gets the truth value.</summary>
    public static explicit operator bool(RedisResult result)
        => result._answer.Type == ResultType.SimpleString ? result._answer.Is("OK"u8) : (bool)result.Scalar;

    /// <summary>Gets the number; null is null.</summary>
    public static explicit operator int?(RedisResult? result) => result is null or { IsNull: true } ? null : (int)result;

    /// <summary>Gets the number; null is null.</summary>
    public static explicit operator long?(RedisResult? result) => result is null or { IsNull: true } ? null : (long)result;

    /// <summary>Gets the number; null is null.</summary>
    public static explicit operator double?(RedisResult? result) => result is null or { IsNull: true } ? null : (double)result;

    /// <summary>Gets the items.</summary>
    public static explicit operator RedisResult[]?(RedisResult? result)
        => result?._answer.Items is { } items ? Array.ConvertAll(items, static i => new RedisResult(i)) : null;

    /// <summary>Gets the items.</summary>
    public static explicit operator RedisValue[]?(RedisResult? result)
        => result?._answer.Items is { } items ? Array.ConvertAll(items, static i => i.Value) : result is null or { IsNull: true } ? null : [result.Scalar];

    /// <summary>Gets the items.</summary>
    public static explicit operator RedisKey[]?(RedisResult? result)
        => result?._answer.Items is { } items ? Array.ConvertAll(items, static i => (RedisKey)(byte[]?)i.Value) : null;

    /// <summary>Gets the items.</summary>
    public static explicit operator string?[]?(RedisResult? result)
        => result?._answer.Items is { } items ? Array.ConvertAll(items, static i => (string?)i.Value) : null;

    /// <summary>Gets the items.</summary>
    public static explicit operator long[]?(RedisResult? result)
        => result?._answer.Items is { } items ? Array.ConvertAll(items, static i => (long)i.Value) : null;

    /// <summary>Gets the items.</summary>
    public static explicit operator int[]?(RedisResult? result)
        => result?._answer.Items is { } items ? Array.ConvertAll(items, static i => (int)i.Value) : null;

    /// <summary>Gets the pairs of an array.</summary>
    public Dictionary<string, RedisResult> ToDictionary(IEqualityComparer<string>? comparer = null)
    {
        var pairs = new Dictionary<string, RedisResult>(comparer ?? StringComparer.InvariantCultureIgnoreCase);
        var items = _answer.Items ?? [];
        for (var i = 0; i + 1 < items.Length; i += 2)
        {
            pairs.Add(items[i].Text, new RedisResult(items[i + 1]));
        }

        return pairs;
    }

    /// <inheritdoc />
    public override string ToString() => _answer.Type switch
    {
        _ when IsNull => "(null)",
        ResultType.Array => Length + " element(s)",
        _ => Scalar.ToString(),
    };

    private RedisValue Scalar => _answer.IsError ? throw new RedisServerException(_answer.Text) : _answer.Value;
}
