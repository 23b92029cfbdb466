namespace StackExchange.Redis.Commands;

internal sealed partial class RedisDatabase
{
    public RedisValue ListLeftPop(RedisKey key, CommandFlags flags = CommandFlags.None)
        => Wait(ListLeftPopAsync(key, flags));

    public RedisValue[] ListLeftPop(RedisKey key, long count, CommandFlags flags = CommandFlags.None)
        => Wait(ListLeftPopAsync(key, count, flags));

    public long ListLeftPush(RedisKey key, RedisValue value, When when = When.Always, CommandFlags flags = CommandFlags.None)
        => Wait(ListLeftPushAsync(key, value, when, flags));

    public long ListLeftPush(RedisKey key, RedisValue[] values, CommandFlags flags)
        => Wait(ListLeftPushAsync(key, values, flags));

    public long ListLeftPush(RedisKey key, RedisValue[] values, When when = When.Always, CommandFlags flags = CommandFlags.None)
        => Wait(ListLeftPushAsync(key, values, when, flags));

    public RedisValue ListRightPop(RedisKey key, CommandFlags flags = CommandFlags.None)
        => Wait(ListRightPopAsync(key, flags));

    public RedisValue[] ListRightPop(RedisKey key, long count, CommandFlags flags = CommandFlags.None)
        => Wait(ListRightPopAsync(key, count, flags));

    public long ListRightPush(RedisKey key, RedisValue value, When when = When.Always, CommandFlags flags = CommandFlags.None)
        => Wait(ListRightPushAsync(key, value, when, flags));

    public long ListRightPush(RedisKey key, RedisValue[] values, CommandFlags flags)
        => Wait(ListRightPushAsync(key, values, flags));

    public long ListRightPush(RedisKey key, RedisValue[] values, When when = When.Always, CommandFlags flags = CommandFlags.None)
        => Wait(ListRightPushAsync(key, values, when, flags));

    public RedisValue[] ListRange(RedisKey key, long start = 0, long stop = -1, CommandFlags flags = CommandFlags.None)
        => Wait(ListRangeAsync(key, start, stop, flags));

    public long ListLength(RedisKey key, CommandFlags flags = CommandFlags.None)
        => Wait(ListLengthAsync(key, flags));

    public long ListRemove(RedisKey key, RedisValue value, long count = 0, CommandFlags flags = CommandFlags.None)
        => Wait(ListRemoveAsync(key, value, count, flags));

    public void ListTrim(RedisKey key, long start, long stop, CommandFlags flags = CommandFlags.None)
        => Wait(ListTrimAsync(key, start, stop, flags));

    public RedisValue ListGetByIndex(RedisKey key, long index, CommandFlags flags = CommandFlags.None)
        => Wait(ListGetByIndexAsync(key, index, flags));

    public void ListSetByIndex(RedisKey key, long index, RedisValue value, CommandFlags flags = CommandFlags.None)
        => Wait(ListSetByIndexAsync(key, index, value, flags));
}
