namespace StackExchange.Redis.Commands;

internal abstract partial class CommandSource
{
    public Task<bool> LockTakeAsync(RedisKey key, RedisValue value, TimeSpan expiry, CommandFlags flags = CommandFlags.None)
        => StringSetAsync(key, value, expiry, When.NotExists, flags);

    public Task<bool> LockReleaseAsync(RedisKey key, RedisValue value, CommandFlags flags = CommandFlags.None)
        => Owned(LockScripts.Release, key, value, flags);

    public Task<bool> LockExtendAsync(RedisKey key, RedisValue value, TimeSpan expiry, CommandFlags flags = CommandFlags.None)
        => Owned(LockScripts.Extend, key, value, flags, (long)expiry.TotalMilliseconds);

    public Task<RedisValue> LockQueryAsync(RedisKey key, CommandFlags flags = CommandFlags.None)
        => StringGetAsync(key, flags);
}
