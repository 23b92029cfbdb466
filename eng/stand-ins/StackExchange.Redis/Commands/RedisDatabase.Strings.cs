namespace StackExchange.Redis.Commands;

internal sealed partial class RedisDatabase
{
    public RedisValue StringGet(RedisKey key, CommandFlags flags = CommandFlags.None)
        => Wait(StringGetAsync(key, flags));

    public RedisValue[] StringGet(RedisKey[] keys, CommandFlags flags = CommandFlags.None)
        => Wait(StringGetAsync(keys, flags));

    public bool StringSet(RedisKey key, RedisValue value, TimeSpan? expiry, When when)
        => Wait(StringSetAsync(key, value, expiry, when));

    public bool StringSet(RedisKey key, RedisValue value, TimeSpan? expiry, When when, CommandFlags flags)
        => Wait(StringSetAsync(key, value, expiry, when, flags));

    public bool StringSet(RedisKey key, RedisValue value, TimeSpan? expiry, bool keepTtl, When when = When.Always, CommandFlags flags = CommandFlags.None)
        => Wait(StringSetAsync(key, value, expiry, keepTtl, when, flags));

    public bool StringSet(RedisKey key, RedisValue value, Expiration expiry = default, ValueCondition when = default, CommandFlags flags = CommandFlags.None)
        => Wait(StringSetAsync(key, value, expiry, when, flags));

    public bool StringSet(KeyValuePair<RedisKey, RedisValue>[] values, When when, CommandFlags flags)
        => Wait(StringSetAsync(values, when, flags));

    public RedisValue StringGetSet(RedisKey key, RedisValue value, CommandFlags flags = CommandFlags.None)
        => Wait(StringGetSetAsync(key, value, flags));

    public RedisValue StringSetAndGet(RedisKey key, RedisValue value, TimeSpan? expiry, When when, CommandFlags flags)
        => Wait(StringSetAndGetAsync(key, value, expiry, when, flags));

    public RedisValue StringSetAndGet(RedisKey key, RedisValue value, TimeSpan? expiry = null, bool keepTtl = false, When when = When.Always, CommandFlags flags = CommandFlags.None)
        => Wait(StringSetAndGetAsync(key, value, expiry, keepTtl, when, flags));

    public RedisValue StringGetDelete(RedisKey key, CommandFlags flags = CommandFlags.None)
        => Wait(StringGetDeleteAsync(key, flags));

    public RedisValue StringGetSetExpiry(RedisKey key, TimeSpan? expiry, CommandFlags flags = CommandFlags.None)
        => Wait(StringGetSetExpiryAsync(key, expiry, flags));

    public RedisValue StringGetSetExpiry(RedisKey key, DateTime expiry, CommandFlags flags = CommandFlags.None)
        => Wait(StringGetSetExpiryAsync(key, expiry, flags));

    public RedisValueWithExpiry StringGetWithExpiry(RedisKey key, CommandFlags flags = CommandFlags.None)
        => Wait(StringGetWithExpiryAsync(key, flags));

    public long StringIncrement(RedisKey key, long value = 1, CommandFlags flags = CommandFlags.None)
        => Wait(StringIncrementAsync(key, value, flags));

    public double StringIncrement(RedisKey key, double value, CommandFlags flags = CommandFlags.None)
        => Wait(StringIncrementAsync(key, value, flags));

    public long StringDecrement(RedisKey key, long value = 1, CommandFlags flags = CommandFlags.None)
        => Wait(StringDecrementAsync(key, value, flags));

    public double StringDecrement(RedisKey key, double value, CommandFlags flags = CommandFlags.None)
        => Wait(StringDecrementAsync(key, value, flags));

    public long StringAppend(RedisKey key, RedisValue value, CommandFlags flags = CommandFlags.None)
        => Wait(StringAppendAsync(key, value, flags));

    public long StringLength(RedisKey key, CommandFlags flags = CommandFlags.None)
        => Wait(StringLengthAsync(key, flags));

    public RedisValue StringGetRange(RedisKey key, long start, long end, CommandFlags flags = CommandFlags.None)
        => Wait(StringGetRangeAsync(key, start, end, flags));

    public RedisValue StringSetRange(RedisKey key, long offset, RedisValue value, CommandFlags flags = CommandFlags.None)
        => Wait(StringSetRangeAsync(key, offset, value, flags));

    public bool StringSetBit(RedisKey key, long offset, bool bit, CommandFlags flags = CommandFlags.None)
        => Wait(StringSetBitAsync(key, offset, bit, flags));

    public bool StringGetBit(RedisKey key, long offset, CommandFlags flags = CommandFlags.None)
        => Wait(StringGetBitAsync(key, offset, flags));
}
