namespace StackExchange.Redis.Commands;

internal sealed partial class RedisDatabase
{
    public bool SortedSetAdd(RedisKey key, RedisValue member, double score, CommandFlags flags)
        => Wait(SortedSetAddAsync(key, member, score, flags));

    public bool SortedSetAdd(RedisKey key, RedisValue member, double score, When when, CommandFlags flags = CommandFlags.None)
        => Wait(SortedSetAddAsync(key, member, score, when, flags));

    public bool SortedSetAdd(RedisKey key, RedisValue member, double score, SortedSetWhen when = SortedSetWhen.Always, CommandFlags flags = CommandFlags.None)
        => Wait(SortedSetAddAsync(key, member, score, when, flags));

    public long SortedSetAdd(RedisKey key, SortedSetEntry[] values, CommandFlags flags)
        => Wait(SortedSetAddAsync(key, values, flags));

    public long SortedSetAdd(RedisKey key, SortedSetEntry[] values, When when, CommandFlags flags = CommandFlags.None)
        => Wait(SortedSetAddAsync(key, values, when, flags));

    public long SortedSetAdd(RedisKey key, SortedSetEntry[] values, SortedSetWhen when = SortedSetWhen.Always, CommandFlags flags = CommandFlags.None)
        => Wait(SortedSetAddAsync(key, values, when, flags));

    public bool SortedSetUpdate(RedisKey key, RedisValue member, double score, SortedSetWhen when = SortedSetWhen.Always, CommandFlags flags = CommandFlags.None)
        => Wait(SortedSetUpdateAsync(key, member, score, when, flags));

    public double SortedSetIncrement(RedisKey key, RedisValue member, double value, CommandFlags flags = CommandFlags.None)
        => Wait(SortedSetIncrementAsync(key, member, value, flags));

    public double SortedSetDecrement(RedisKey key, RedisValue member, double value, CommandFlags flags = CommandFlags.None)
        => Wait(SortedSetDecrementAsync(key, member, value, flags));

    public long SortedSetLength(RedisKey key, double min = double.NegativeInfinity, double max = double.PositiveInfinity, Exclude exclude = Exclude.None, CommandFlags flags = CommandFlags.None)
        => Wait(SortedSetLengthAsync(key, min, max, exclude, flags));

    public RedisValue[] SortedSetRangeByRank(RedisKey key, long start = 0, long stop = -1, Order order = Order.Ascending, CommandFlags flags = CommandFlags.None)
        => Wait(SortedSetRangeByRankAsync(key, start, stop, order, flags));

    public SortedSetEntry[] SortedSetRangeByRankWithScores(RedisKey key, long start = 0, long stop = -1, Order order = Order.Ascending, CommandFlags flags = CommandFlags.None)
        => Wait(SortedSetRangeByRankWithScoresAsync(key, start, stop, order, flags));

    public RedisValue[] SortedSetRangeByScore(RedisKey key, double start = double.NegativeInfinity, double stop = double.PositiveInfinity, Exclude exclude = Exclude.None, Order order = Order.Ascending, long skip = 0, long take = -1, CommandFlags flags = CommandFlags.None)
        => Wait(SortedSetRangeByScoreAsync(key, start, stop, exclude, order, skip, take, flags));

    public SortedSetEntry[] SortedSetRangeByScoreWithScores(RedisKey key, double start = double.NegativeInfinity, double stop = double.PositiveInfinity, Exclude exclude = Exclude.None, Order order = Order.Ascending, long skip = 0, long take = -1, CommandFlags flags = CommandFlags.None)
        => Wait(SortedSetRangeByScoreWithScoresAsync(key, start, stop, exclude, order, skip, take, flags));

    public long? SortedSetRank(RedisKey key, RedisValue member, Order order = Order.Ascending, CommandFlags flags = CommandFlags.None)
        => Wait(SortedSetRankAsync(key, member, order, flags));

    public double? SortedSetScore(RedisKey key, RedisValue member, CommandFlags flags = CommandFlags.None)
        => Wait(SortedSetScoreAsync(key, member, flags));

    public bool SortedSetRemove(RedisKey key, RedisValue member, CommandFlags flags = CommandFlags.None)
        => Wait(SortedSetRemoveAsync(key, member, flags));

    public long SortedSetRemove(RedisKey key, RedisValue[] members, CommandFlags flags = CommandFlags.None)
        => Wait(SortedSetRemoveAsync(key, members, flags));

    public long SortedSetRemoveRangeByRank(RedisKey key, long start, long stop, CommandFlags flags = CommandFlags.None)
        => Wait(SortedSetRemoveRangeByRankAsync(key, start, stop, flags));

    public long SortedSetRemoveRangeByScore(RedisKey key, double start, double stop, Exclude exclude = Exclude.None, CommandFlags flags = CommandFlags.None)
        => Wait(SortedSetRemoveRangeByScoreAsync(key, start, stop, exclude, flags));

    public SortedSetEntry? SortedSetPop(RedisKey key, Order order = Order.Ascending, CommandFlags flags = CommandFlags.None)
        => Wait(SortedSetPopAsync(key, order, flags));

    public SortedSetEntry[] SortedSetPop(RedisKey key, long count, Order order = Order.Ascending, CommandFlags flags = CommandFlags.None)
        => Wait(SortedSetPopAsync(key, count, order, flags));
}
