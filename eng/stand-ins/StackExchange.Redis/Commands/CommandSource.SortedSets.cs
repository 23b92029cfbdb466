using StackExchange.Redis.Protocol;

namespace StackExchange.Redis.Commands;

internal abstract partial class CommandSource
{
    public Task<bool> SortedSetAddAsync(RedisKey key, RedisValue member, double score, CommandFlags flags)
        => SortedSetAddAsync(key, member, score, SortedSetWhen.Always, flags);

    public Task<bool> SortedSetAddAsync(RedisKey key, RedisValue member, double score, When when, CommandFlags flags = CommandFlags.None)
        => SortedSetAddAsync(key, member, score, Arg.ToSortedSet(when), flags);

    public Task<bool> SortedSetAddAsync(RedisKey key, RedisValue member, double score, SortedSetWhen when = SortedSetWhen.Always, CommandFlags flags = CommandFlags.None)
        => Go(Read.Bool, flags, "ZADD", [key.AsValue, .. Arg.Of(when), score, member]);

    public Task<long> SortedSetAddAsync(RedisKey key, SortedSetEntry[] values, CommandFlags flags)
        => SortedSetAddAsync(key, values, SortedSetWhen.Always, flags);

    public Task<long> SortedSetAddAsync(RedisKey key, SortedSetEntry[] values, When when, CommandFlags flags = CommandFlags.None)
        => SortedSetAddAsync(key, values, Arg.ToSortedSet(when), flags);

    public Task<long> SortedSetAddAsync(RedisKey key, SortedSetEntry[] values, SortedSetWhen when = SortedSetWhen.Always, CommandFlags flags = CommandFlags.None)
        => values.Length == 0 ? Task.FromResult(0L) : Go(Read.Int64, flags, "ZADD", Arg.Of(key, when, values, changed: false));

    public Task<bool> SortedSetUpdateAsync(RedisKey key, RedisValue member, double score, SortedSetWhen when = SortedSetWhen.Always, CommandFlags flags = CommandFlags.None)
        => Go(Read.Bool, flags, "ZADD", Arg.Of(key, when, [new(member, score)], changed: true));

    public Task<double> SortedSetIncrementAsync(RedisKey key, RedisValue member, double value, CommandFlags flags = CommandFlags.None)
        => Go(Read.Double, flags, "ZINCRBY", key.AsValue, value, member);

    public Task<double> SortedSetDecrementAsync(RedisKey key, RedisValue member, double value, CommandFlags flags = CommandFlags.None)
        => SortedSetIncrementAsync(key, member, -value, flags);

    public Task<long> SortedSetLengthAsync(RedisKey key, double min = double.NegativeInfinity, double max = double.PositiveInfinity, Exclude exclude = Exclude.None, CommandFlags flags = CommandFlags.None)
        => double.IsNegativeInfinity(min) && double.IsPositiveInfinity(max) ? Go(Read.Int64, flags, "ZCARD", key.AsValue) : Go(Read.Int64, flags, "ZCOUNT", key.AsValue, Arg.Bound(min, exclude, Exclude.Start), Arg.Bound(max, exclude, Exclude.Stop));

    public Task<RedisValue[]> SortedSetRangeByRankAsync(RedisKey key, long start = 0, long stop = -1, Order order = Order.Ascending, CommandFlags flags = CommandFlags.None)
        => Go(Read.Values, flags, order == Order.Descending ? "ZREVRANGE" : "ZRANGE", key.AsValue, start, stop);

    public Task<SortedSetEntry[]> SortedSetRangeByRankWithScoresAsync(RedisKey key, long start = 0, long stop = -1, Order order = Order.Ascending, CommandFlags flags = CommandFlags.None)
        => Go(Read.SortedSet, flags, order == Order.Descending ? "ZREVRANGE" : "ZRANGE", key.AsValue, start, stop, "WITHSCORES");

    public Task<RedisValue[]> SortedSetRangeByScoreAsync(RedisKey key, double start = double.NegativeInfinity, double stop = double.PositiveInfinity, Exclude exclude = Exclude.None, Order order = Order.Ascending, long skip = 0, long take = -1, CommandFlags flags = CommandFlags.None)
        => Go(Read.Values, flags, order == Order.Descending ? "ZREVRANGEBYSCORE" : "ZRANGEBYSCORE", Arg.ByScore(key, start, stop, exclude, order, skip, take, scores: false));

    public Task<SortedSetEntry[]> SortedSetRangeByScoreWithScoresAsync(RedisKey key, double start = double.NegativeInfinity, double stop = double.PositiveInfinity, Exclude exclude = Exclude.None, Order order = Order.Ascending, long skip = 0, long take = -1, CommandFlags flags = CommandFlags.None)
        => Go(Read.SortedSet, flags, order == Order.Descending ? "ZREVRANGEBYSCORE" : "ZRANGEBYSCORE", Arg.ByScore(key, start, stop, exclude, order, skip, take, scores: true));

    public Task<long?> SortedSetRankAsync(RedisKey key, RedisValue member, Order order = Order.Ascending, CommandFlags flags = CommandFlags.None)
        => Go(Read.NullableInt64, flags, order == Order.Descending ? "ZREVRANK" : "ZRANK", key.AsValue, member);

    public Task<double?> SortedSetScoreAsync(RedisKey key, RedisValue member, CommandFlags flags = CommandFlags.None)
        => Go(Read.NullableDouble, flags, "ZSCORE", key.AsValue, member);

    public Task<bool> SortedSetRemoveAsync(RedisKey key, RedisValue member, CommandFlags flags = CommandFlags.None)
        => Go(Read.Bool, flags, "ZREM", key.AsValue, member);

    public Task<long> SortedSetRemoveAsync(RedisKey key, RedisValue[] members, CommandFlags flags = CommandFlags.None)
        => members.Length == 0 ? Task.FromResult(0L) : Go(Read.Int64, flags, "ZREM", [key.AsValue, .. members]);

    public Task<long> SortedSetRemoveRangeByRankAsync(RedisKey key, long start, long stop, CommandFlags flags = CommandFlags.None)
        => Go(Read.Int64, flags, "ZREMRANGEBYRANK", key.AsValue, start, stop);

    public Task<long> SortedSetRemoveRangeByScoreAsync(RedisKey key, double start, double stop, Exclude exclude = Exclude.None, CommandFlags flags = CommandFlags.None)
        => Go(Read.Int64, flags, "ZREMRANGEBYSCORE", key.AsValue, Arg.Bound(start, exclude, Exclude.Start), Arg.Bound(stop, exclude, Exclude.Stop));

    public Task<SortedSetEntry?> SortedSetPopAsync(RedisKey key, Order order = Order.Ascending, CommandFlags flags = CommandFlags.None)
        => Go(Read.FirstOfSortedSet, flags, order == Order.Descending ? "ZPOPMAX" : "ZPOPMIN", key.AsValue);

    public Task<SortedSetEntry[]> SortedSetPopAsync(RedisKey key, long count, Order order = Order.Ascending, CommandFlags flags = CommandFlags.None)
        => Go(Read.SortedSet, flags, order == Order.Descending ? "ZPOPMAX" : "ZPOPMIN", key.AsValue, count);
}
