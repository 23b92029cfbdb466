using StackExchange.Redis.Protocol;

namespace StackExchange.Redis.Commands;

internal abstract partial class CommandSource
{
    public Task<RedisValue> HashGetAsync(RedisKey key, RedisValue hashField, CommandFlags flags = CommandFlags.None)
        => Go(Read.Value, flags, "HGET", key.AsValue, hashField);

    public Task<RedisValue[]> HashGetAsync(RedisKey key, RedisValue[] hashFields, CommandFlags flags = CommandFlags.None)
        => hashFields.Length == 0 ? Task.FromResult<RedisValue[]>([]) : Go(Read.Values, flags, "HMGET", [key.AsValue, .. hashFields]);

    public Task<HashEntry[]> HashGetAllAsync(RedisKey key, CommandFlags flags = CommandFlags.None)
        => Go(Read.Hash, flags, "HGETALL", key.AsValue);

    public Task<bool> HashSetAsync(RedisKey key, RedisValue hashField, RedisValue value, When when = When.Always, CommandFlags flags = CommandFlags.None)
        => value.IsNull ? HashDeleteAsync(key, hashField, flags) : Go(Read.Bool, flags, when == When.NotExists ? "HSETNX" : "HSET", key.AsValue, hashField, value);

    public Task HashSetAsync(RedisKey key, HashEntry[] hashFields, CommandFlags flags = CommandFlags.None)
        => hashFields.Length == 0 ? Task.CompletedTask : Go(Read.Ok, flags, "HSET", Arg.Of(key, hashFields));

    public Task<bool> HashDeleteAsync(RedisKey key, RedisValue hashField, CommandFlags flags = CommandFlags.None)
        => Go(Read.Bool, flags, "HDEL", key.AsValue, hashField);

    public Task<long> HashDeleteAsync(RedisKey key, RedisValue[] hashFields, CommandFlags flags = CommandFlags.None)
        => hashFields.Length == 0 ? Task.FromResult(0L) : Go(Read.Int64, flags, "HDEL", [key.AsValue, .. hashFields]);

    public Task<bool> HashExistsAsync(RedisKey key, RedisValue hashField, CommandFlags flags = CommandFlags.None)
        => Go(Read.Bool, flags, "HEXISTS", key.AsValue, hashField);

    public Task<long> HashIncrementAsync(RedisKey key, RedisValue hashField, long value = 1, CommandFlags flags = CommandFlags.None)
        => Go(Read.Int64, flags, "HINCRBY", key.AsValue, hashField, value);

    public Task<double> HashIncrementAsync(RedisKey key, RedisValue hashField, double value, CommandFlags flags = CommandFlags.None)
        => Go(Read.Double, flags, "HINCRBYFLOAT", key.AsValue, hashField, value);

    public Task<long> HashDecrementAsync(RedisKey key, RedisValue hashField, long value = 1, CommandFlags flags = CommandFlags.None)
        => HashIncrementAsync(key, hashField, -value, flags);

    public Task<double> HashDecrementAsync(RedisKey key, RedisValue hashField, double value, CommandFlags flags = CommandFlags.None)
        => HashIncrementAsync(key, hashField, -value, flags);

    public Task<RedisValue[]> HashKeysAsync(RedisKey key, CommandFlags flags = CommandFlags.None)
        => Go(Read.Values, flags, "HKEYS", key.AsValue);

    public Task<RedisValue[]> HashValuesAsync(RedisKey key, CommandFlags flags = CommandFlags.None)
        => Go(Read.Values, flags, "HVALS", key.AsValue);

    public Task<long> HashLengthAsync(RedisKey key, CommandFlags flags = CommandFlags.None)
        => Go(Read.Int64, flags, "HLEN", key.AsValue);
}
