namespace StackExchange.Redis.Commands;

internal sealed partial class RedisDatabase
{
    public bool HyperLogLogAdd(RedisKey key, RedisValue value, CommandFlags flags = CommandFlags.None)
        => Wait(HyperLogLogAddAsync(key, value, flags));

    public bool HyperLogLogAdd(RedisKey key, RedisValue[] values, CommandFlags flags = CommandFlags.None)
        => Wait(HyperLogLogAddAsync(key, values, flags));

    public long HyperLogLogLength(RedisKey key, CommandFlags flags = CommandFlags.None)
        => Wait(HyperLogLogLengthAsync(key, flags));

    public long HyperLogLogLength(RedisKey[] keys, CommandFlags flags = CommandFlags.None)
        => Wait(HyperLogLogLengthAsync(keys, flags));
}
