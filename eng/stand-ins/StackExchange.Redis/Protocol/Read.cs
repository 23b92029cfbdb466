namespace StackExchange.Redis.Protocol;

/// <summary>Reads answers. The delegates are kept, so that a command does not make one.</summary>
internal static class Read
{
    public static readonly Func<Resp, RedisValue> Value = static r => r.Value;

    public static readonly Func<Resp, RedisValue[]> Values = static r => Array.ConvertAll(r.Items ?? [], static i => i.Value);

    public static readonly Func<Resp, long> Int64 = static r => r.Type == ResultType.Integer ? r.Integer : (long)r.Value;

    public static readonly Func<Resp, long?> NullableInt64 = static r => r.IsNull ? null : r.Integer;

    public static readonly Func<Resp, double> Double = static r => (double)r.Value;

    public static readonly Func<Resp, double?> NullableDouble = static r => r.IsNull ? null : (double)r.Value;

    public static readonly Func<Resp, bool> Bool = static r => r.Type == ResultType.Integer ? r.Integer != 0 : r.Is("OK"u8);

    public static readonly Func<Resp, bool[]> Bools = static r => Array.ConvertAll(r.Items ?? [], static i => i.Integer != 0);

    public static readonly Func<Resp, bool> Ok = static r => !r.IsNull;

    public static readonly Func<Resp, RedisResult> Result = static r => new RedisResult(r);

    public static readonly Func<Resp, TimeSpan?> Milliseconds = static r => r.Integer < 0 ? null : TimeSpan.FromMilliseconds(r.Integer);

    public static readonly Func<Resp, DateTime?> Time = static r => r.Integer < 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(r.Integer).UtcDateTime;

    public static readonly Func<Resp, RedisType> Type = static r => r.Text switch
    {
        "none" => RedisType.None,
        "string" => RedisType.String,
        "list" => RedisType.List,
        "set" => RedisType.Set,
        "zset" => RedisType.SortedSet,
        "hash" => RedisType.Hash,
        "stream" => RedisType.Stream,
        _ => RedisType.Unknown,
    };

    public static readonly Func<Resp, HashEntry[]> Hash = static r => Pairs(r, static (name, value) => new HashEntry(name, value));

    public static readonly Func<Resp, SortedSetEntry[]> SortedSet = static r => Pairs(r, static (member, score) => new SortedSetEntry(member, (double)score));

    public static readonly Func<Resp, SortedSetEntry?> FirstOfSortedSet = static r => SortedSet(r) is [var first, ..] ? first : null;

    private static T[] Pairs<T>(in Resp answer, Func<RedisValue, RedisValue, T> make)
    {
        var items = answer.Items ?? [];
        var pairs = new T[items.Length / 2];
        for (var i = 0; i < pairs.Length; i++)
        {
            pairs[i] = make(items[2 * i].Value, items[(2 * i) + 1].Value);
        }

        return pairs;
    }
}
