using StackExchange.Redis.Protocol;

namespace StackExchange.Redis.Commands;

internal abstract partial class CommandSource
{
    public Task<bool> SetAddAsync(RedisKey key, RedisValue value, CommandFlags flags = CommandFlags.None)
        => Go(Read.Bool, flags, "SADD", key.AsValue, value);

    public Task<long> SetAddAsync(RedisKey key, RedisValue[] values, CommandFlags flags = CommandFlags.None)
        => values.Length == 0 ? Task.FromResult(0L) : Go(Read.Int64, flags, "SADD", [key.AsValue, .. values]);

    public Task<bool> SetRemoveAsync(RedisKey key, RedisValue value, CommandFlags flags = CommandFlags.None)
        => Go(Read.Bool, flags, "SREM", key.AsValue, value);

    public Task<long> SetRemoveAsync(RedisKey key, RedisValue[] values, CommandFlags flags = CommandFlags.None)
        => values.Length == 0 ? Task.FromResult(0L) : Go(Read.Int64, flags, "SREM", [key.AsValue, .. values]);

    public Task<bool> SetContainsAsync(RedisKey key, RedisValue value, CommandFlags flags = CommandFlags.None)
        => Go(Read.Bool, flags, "SISMEMBER", key.AsValue, value);

    public Task<bool[]> SetContainsAsync(RedisKey key, RedisValue[] values, CommandFlags flags = CommandFlags.None)
        => Go(Read.Bools, flags, "SMISMEMBER", [key.AsValue, .. values]);

    public Task<long> SetLengthAsync(RedisKey key, CommandFlags flags = CommandFlags.None)
        => Go(Read.Int64, flags, "SCARD", key.AsValue);

    public Task<RedisValue[]> SetMembersAsync(RedisKey key, CommandFlags flags = CommandFlags.None)
        => Go(Read.Values, flags, "SMEMBERS", key.AsValue);

    public Task<RedisValue> SetPopAsync(RedisKey key, CommandFlags flags = CommandFlags.None)
        => Go(Read.Value, flags, "SPOP", key.AsValue);

    public Task<RedisValue[]> SetPopAsync(RedisKey key, long count, CommandFlags flags = CommandFlags.None)
        => Go(Read.Values, flags, "SPOP", key.AsValue, count);

    public Task<RedisValue> SetRandomMemberAsync(RedisKey key, CommandFlags flags = CommandFlags.None)
        => Go(Read.Value, flags, "SRANDMEMBER", key.AsValue);

    public Task<RedisValue[]> SetRandomMembersAsync(RedisKey key, long count, CommandFlags flags = CommandFlags.None)
        => Go(Read.Values, flags, "SRANDMEMBER", key.AsValue, count);
}
