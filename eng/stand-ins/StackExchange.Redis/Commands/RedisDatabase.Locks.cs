namespace StackExchange.Redis.Commands;

internal sealed partial class RedisDatabase
{
    public bool LockTake(RedisKey key, RedisValue value, TimeSpan expiry, CommandFlags flags = CommandFlags.None)
        => Wait(LockTakeAsync(key, value, expiry, flags));

    public bool LockRelease(RedisKey key, RedisValue value, CommandFlags flags = CommandFlags.None)
        => Wait(LockReleaseAsync(key, value, flags));

    public bool LockExtend(RedisKey key, RedisValue value, TimeSpan expiry, CommandFlags flags = CommandFlags.None)
        => Wait(LockExtendAsync(key, value, expiry, flags));

    public RedisValue LockQuery(RedisKey key, CommandFlags flags = CommandFlags.None)
        => Wait(LockQueryAsync(key, flags));
}
