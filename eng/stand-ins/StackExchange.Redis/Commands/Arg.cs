using System.Globalization;

namespace StackExchange.Redis.Commands;

/// <summary>Makes the arguments of commands.</summary>
internal static class Arg
{
    public static RedisValue[] Of(RedisKey[] keys) => Array.ConvertAll(keys, static k => k.AsValue);

    public static RedisValue[] Of(RedisKey key, HashEntry[] fields)
        => [key.AsValue, .. fields.SelectMany(static f => new[] { f.Name, f.Value })];

    public static RedisValue[] Of(KeyValuePair<RedisKey, RedisValue>[] values)
        => [.. values.SelectMany(static v => new[] { v.Key.AsValue, v.Value })];

    public static RedisValue[] Of(RedisKey key, SortedSetWhen when, SortedSetEntry[] entries, bool changed)
        => [key.AsValue, .. Of(when), .. changed ? (RedisValue[])["CH"] : [], .. entries.SelectMany(static e => new RedisValue[] { e.Score, e.Element })];

    public static RedisValue[] Of(ExpireWhen when) => when switch
    {
        ExpireWhen.GreaterThanCurrentExpiry => ["GT"],
        ExpireWhen.HasExpiry => ["XX"],
        ExpireWhen.HasNoExpiry => ["NX"],
        ExpireWhen.LessThanCurrentExpiry => ["LT"],
        _ => [],
    };

    public static RedisValue[] Of(SortedSetWhen when)
    {
        var words = new List<RedisValue>(2);
        if (when.HasFlag(SortedSetWhen.NotExists))
        {
            words.Add("NX");
        }

        if (when.HasFlag(SortedSetWhen.Exists))
        {
            words.Add("XX");
        }

        if (when.HasFlag(SortedSetWhen.GreaterThan))
        {
            words.Add("GT");
        }

        if (when.HasFlag(SortedSetWhen.LessThan))
        {
            words.Add("LT");
        }

        return [.. words];
    }

    public static SortedSetWhen ToSortedSet(When when) => when switch
    {
        When.Exists => SortedSetWhen.Exists,
        When.NotExists => SortedSetWhen.NotExists,
        _ => SortedSetWhen.Always,
    };

    public static RedisValue Bound(double value, Exclude exclude, Exclude end)
        => exclude.HasFlag(end) && end != Exclude.None ? "(" + RedisValue.Format(value) : value;

    public static RedisValue[] ByScore(RedisKey key, double start, double stop, Exclude exclude, Order order, long skip, long take, bool scores)
    {
        var low = Bound(Math.Min(start, stop), exclude, start <= stop ? Exclude.Start : Exclude.Stop);
        var high = Bound(Math.Max(start, stop), exclude, start <= stop ? Exclude.Stop : Exclude.Start);
        return
        [
            key.AsValue,
            .. order == Order.Descending ? (RedisValue[])[high, low] : [low, high],
            .. scores ? (RedisValue[])["WITHSCORES"] : [],
            .. skip != 0 || take != -1 ? (RedisValue[])["LIMIT", skip, take] : [],
        ];
    }

    public static RedisValue[] Script(RedisValue script, RedisKey[]? keys, RedisValue[]? values)
        => [script, keys?.Length ?? 0, .. Of(keys ?? []), .. values ?? []];

    public static RedisValue[] Of(ICollection<object> args) => [.. args.Select(One)];

    private static RedisValue One(object value) => value switch
    {
        RedisValue v => v,
        RedisKey v => v.AsValue,
        RedisChannel v => v.AsValue,
        string v => v,
        byte[] v => v,
        int v => v,
        long v => v,
        uint v => v,
        ulong v => v,
        double v => v,
        bool v => v,
        ReadOnlyMemory<byte> v => v,
        IFormattable v => v.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new InvalidCastException($"Unable to use a {value?.GetType().Name ?? "null"} as an argument."),
    };
}
