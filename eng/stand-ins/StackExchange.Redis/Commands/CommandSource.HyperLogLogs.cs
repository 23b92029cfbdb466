using StackExchange.Redis.Protocol;

namespace StackExchange.Redis.Commands;

internal abstract partial class CommandSource
{
    public Task<bool> HyperLogLogAddAsync(RedisKey key, RedisValue value, CommandFlags flags = CommandFlags.None)
        => Go(Read.Bool, flags, "PFADD", key.AsValue, value);

    public Task<bool> HyperLogLogAddAsync(RedisKey key, RedisValue[] values, CommandFlags flags = CommandFlags.None)
        => Go(Read.Bool, flags, "PFADD", [key.AsValue, .. values]);

    public Task<long> HyperLogLogLengthAsync(RedisKey key, CommandFlags flags = CommandFlags.None)
        => Go(Read.Int64, flags, "PFCOUNT", key.AsValue);

    public Task<long> HyperLogLogLengthAsync(RedisKey[] keys, CommandFlags flags = CommandFlags.None)
        => Go(Read.Int64, flags, "PFCOUNT", Arg.Of(keys));
}
