using StackExchange.Redis.Protocol;

namespace StackExchange.Redis.Commands;

internal abstract partial class CommandSource
{
    public Task<RedisValue> ListLeftPopAsync(RedisKey key, CommandFlags flags = CommandFlags.None)
        => Go(Read.Value, flags, "LPOP", key.AsValue);

    public Task<RedisValue[]> ListLeftPopAsync(RedisKey key, long count, CommandFlags flags = CommandFlags.None)
        => Go(Read.Values, flags, "LPOP", key.AsValue, count);

    public Task<long> ListLeftPushAsync(RedisKey key, RedisValue value, When when = When.Always, CommandFlags flags = CommandFlags.None)
        => Go(Read.Int64, flags, when == When.Exists ? "LPUSHX" : "LPUSH", key.AsValue, value);

    public Task<long> ListLeftPushAsync(RedisKey key, RedisValue[] values, CommandFlags flags)
        => ListLeftPushAsync(key, values, When.Always, flags);

    public Task<long> ListLeftPushAsync(RedisKey key, RedisValue[] values, When when = When.Always, CommandFlags flags = CommandFlags.None)
        => values.Length == 0 ? ListLengthAsync(key, flags) : Go(Read.Int64, flags, when == When.Exists ? "LPUSHX" : "LPUSH", [key.AsValue, .. values]);

    public Task<RedisValue> ListRightPopAsync(RedisKey key, CommandFlags flags = CommandFlags.None)
        => Go(Read.Value, flags, "RPOP", key.AsValue);

    public Task<RedisValue[]> ListRightPopAsync(RedisKey key, long count, CommandFlags flags = CommandFlags.None)
        => Go(Read.Values, flags, "RPOP", key.AsValue, count);

    public Task<long> ListRightPushAsync(RedisKey key, RedisValue value, When when = When.Always, CommandFlags flags = CommandFlags.None)
        => Go(Read.Int64, flags, when == When.Exists ? "RPUSHX" : "RPUSH", key.AsValue, value);

    public Task<long> ListRightPushAsync(RedisKey key, RedisValue[] values, CommandFlags flags)
        => ListRightPushAsync(key, values, When.Always, flags);

    public Task<long> ListRightPushAsync(RedisKey key, RedisValue[] values, When when = When.Always, CommandFlags flags = CommandFlags.None)
        => values.Length == 0 ? ListLengthAsync(key, flags) : Go(Read.Int64, flags, when == When.Exists ? "RPUSHX" : "RPUSH", [key.AsValue, .. values]);

    public Task<RedisValue[]> ListRangeAsync(RedisKey key, long start = 0, long stop = -1, CommandFlags flags = CommandFlags.None)
        => Go(Read.Values, flags, "LRANGE", key.AsValue, start, stop);

    public Task<long> ListLengthAsync(RedisKey key, CommandFlags flags = CommandFlags.None)
        => Go(Read.Int64, flags, "LLEN", key.AsValue);

    public Task<long> ListRemoveAsync(RedisKey key, RedisValue value, long count = 0, CommandFlags flags = CommandFlags.None)
        => Go(Read.Int64, flags, "LREM", key.AsValue, count, value);

    public Task ListTrimAsync(RedisKey key, long start, long stop, CommandFlags flags = CommandFlags.None)
        => Go(Read.Ok, flags, "LTRIM", key.AsValue, start, stop);

    public Task<RedisValue> ListGetByIndexAsync(RedisKey key, long index, CommandFlags flags = CommandFlags.None)
        => Go(Read.Value, flags, "LINDEX", key.AsValue, index);

    public Task ListSetByIndexAsync(RedisKey key, long index, RedisValue value, CommandFlags flags = CommandFlags.None)
        => Go(Read.Ok, flags, "LSET", key.AsValue, index, value);
}
