using StackExchange.Redis.Protocol;

namespace StackExchange.Redis.Commands;

internal abstract partial class CommandSource
{
    public Task<RedisValue> StringGetAsync(RedisKey key, CommandFlags flags = CommandFlags.None)
        => Go(Read.Value, flags, "GET", key.AsValue);

    public Task<RedisValue[]> StringGetAsync(RedisKey[] keys, CommandFlags flags = CommandFlags.None)
        => keys.Length == 0 ? Task.FromResult<RedisValue[]>([]) : Go(Read.Values, flags, "MGET", Arg.Of(keys));

    public Task<bool> StringSetAsync(RedisKey key, RedisValue value, TimeSpan? expiry, When when)
        => StringSetAsync(key, value, Expiration.From(expiry), when, CommandFlags.None);

    public Task<bool> StringSetAsync(RedisKey key, RedisValue value, TimeSpan? expiry, When when, CommandFlags flags)
        => StringSetAsync(key, value, Expiration.From(expiry), when, flags);

    public Task<bool> StringSetAsync(RedisKey key, RedisValue value, TimeSpan? expiry, bool keepTtl, When when = When.Always, CommandFlags flags = CommandFlags.None)
        => StringSetAsync(key, value, Expiration.From(expiry, keepTtl), when, flags);

    public Task<bool> StringSetAsync(RedisKey key, RedisValue value, Expiration expiry = default, ValueCondition when = default, CommandFlags flags = CommandFlags.None)
        => value.IsNull ? KeyDeleteAsync(key, flags) : Go(Read.Ok, flags, "SET", [key.AsValue, value, .. expiry.Arguments(), .. when.Arguments()]);

    public Task<bool> StringSetAsync(KeyValuePair<RedisKey, RedisValue>[] values, When when, CommandFlags flags)
        => StringSetManyAsync(values, when, flags);

    public Task<RedisValue> StringGetSetAsync(RedisKey key, RedisValue value, CommandFlags flags = CommandFlags.None)
        => Go(Read.Value, flags, "GETSET", key.AsValue, value);

    public Task<RedisValue> StringSetAndGetAsync(RedisKey key, RedisValue value, TimeSpan? expiry, When when, CommandFlags flags)
        => StringSetAndGetAsync(key, value, expiry, keepTtl: false, when, flags);

    public Task<RedisValue> StringSetAndGetAsync(RedisKey key, RedisValue value, TimeSpan? expiry = null, bool keepTtl = false, When when = When.Always, CommandFlags flags = CommandFlags.None)
        => Go(Read.Value, flags, "SET", [key.AsValue, value, .. Expiration.From(expiry, keepTtl).Arguments(), .. ((ValueCondition)when).Arguments(), "GET"]);

    public Task<RedisValue> StringGetDeleteAsync(RedisKey key, CommandFlags flags = CommandFlags.None)
        => Go(Read.Value, flags, "GETDEL", key.AsValue);

    public Task<RedisValue> StringGetSetExpiryAsync(RedisKey key, TimeSpan? expiry, CommandFlags flags = CommandFlags.None)
        => Go(Read.Value, flags, "GETEX", [key.AsValue, .. (expiry is { } ttl ? new Expiration(ttl) : Expiration.Persist).Arguments()]);

    public Task<RedisValue> StringGetSetExpiryAsync(RedisKey key, DateTime expiry, CommandFlags flags = CommandFlags.None)
        => Go(Read.Value, flags, "GETEX", [key.AsValue, .. new Expiration(expiry).Arguments()]);

    public Task<RedisValueWithExpiry> StringGetWithExpiryAsync(RedisKey key, CommandFlags flags = CommandFlags.None)
        => StringGetWithExpiryCoreAsync(key, flags);

    public Task<long> StringIncrementAsync(RedisKey key, long value = 1, CommandFlags flags = CommandFlags.None)
        => Go(Read.Int64, flags, "INCRBY", key.AsValue, value);

    public Task<double> StringIncrementAsync(RedisKey key, double value, CommandFlags flags = CommandFlags.None)
        => Go(Read.Double, flags, "INCRBYFLOAT", key.AsValue, value);

    public Task<long> StringDecrementAsync(RedisKey key, long value = 1, CommandFlags flags = CommandFlags.None)
        => Go(Read.Int64, flags, "DECRBY", key.AsValue, value);

    public Task<double> StringDecrementAsync(RedisKey key, double value, CommandFlags flags = CommandFlags.None)
        => Go(Read.Double, flags, "INCRBYFLOAT", key.AsValue, -value);

    public Task<long> StringAppendAsync(RedisKey key, RedisValue value, CommandFlags flags = CommandFlags.None)
        => Go(Read.Int64, flags, "APPEND", key.AsValue, value);

    public Task<long> StringLengthAsync(RedisKey key, CommandFlags flags = CommandFlags.None)
        => Go(Read.Int64, flags, "STRLEN", key.AsValue);

    public Task<RedisValue> StringGetRangeAsync(RedisKey key, long start, long end, CommandFlags flags = CommandFlags.None)
        => Go(Read.Value, flags, "GETRANGE", key.AsValue, start, end);

    public Task<RedisValue> StringSetRangeAsync(RedisKey key, long offset, RedisValue value, CommandFlags flags = CommandFlags.None)
        => Go(Read.Value, flags, "SETRANGE", key.AsValue, offset, value);

    public Task<bool> StringSetBitAsync(RedisKey key, long offset, bool bit, CommandFlags flags = CommandFlags.None)
        => Go(Read.Bool, flags, "SETBIT", key.AsValue, offset, bit);

    public Task<bool> StringGetBitAsync(RedisKey key, long offset, CommandFlags flags = CommandFlags.None)
        => Go(Read.Bool, flags, "GETBIT", key.AsValue, offset);
}
