using StackExchange.Redis.Protocol;

namespace StackExchange.Redis.Commands;

internal abstract partial class CommandSource
{
    public Task<bool> KeyDeleteAsync(RedisKey key, CommandFlags flags = CommandFlags.None)
        => Go(Read.Bool, flags, "DEL", key.AsValue);

    public Task<long> KeyDeleteAsync(RedisKey[] keys, CommandFlags flags = CommandFlags.None)
        => keys.Length == 0 ? Task.FromResult(0L) : Go(Read.Int64, flags, "DEL", Arg.Of(keys));

    public Task<bool> KeyExistsAsync(RedisKey key, CommandFlags flags = CommandFlags.None)
        => Go(Read.Bool, flags, "EXISTS", key.AsValue);

    public Task<long> KeyExistsAsync(RedisKey[] keys, CommandFlags flags = CommandFlags.None)
        => keys.Length == 0 ? Task.FromResult(0L) : Go(Read.Int64, flags, "EXISTS", Arg.Of(keys));

    public Task<bool> KeyExpireAsync(RedisKey key, TimeSpan? expiry, CommandFlags flags)
        => KeyExpireAsync(key, expiry, ExpireWhen.Always, flags);

    public Task<bool> KeyExpireAsync(RedisKey key, TimeSpan? expiry, ExpireWhen when = ExpireWhen.Always, CommandFlags flags = CommandFlags.None)
        => expiry is not { } ttl ? KeyPersistAsync(key, flags) : Go(Read.Bool, flags, "PEXPIRE", [key.AsValue, (long)ttl.TotalMilliseconds, .. Arg.Of(when)]);

    public Task<bool> KeyExpireAsync(RedisKey key, DateTime? expiry, CommandFlags flags)
        => KeyExpireAsync(key, expiry, ExpireWhen.Always, flags);

    public Task<bool> KeyExpireAsync(RedisKey key, DateTime? expiry, ExpireWhen when = ExpireWhen.Always, CommandFlags flags = CommandFlags.None)
        => expiry is not { } time ? KeyPersistAsync(key, flags) : Go(Read.Bool, flags, "PEXPIREAT", [key.AsValue, new DateTimeOffset(time.ToUniversalTime(), TimeSpan.Zero).ToUnixTimeMilliseconds(), .. Arg.Of(when)]);

    public Task<TimeSpan?> KeyTimeToLiveAsync(RedisKey key, CommandFlags flags = CommandFlags.None)
        => Go(Read.Milliseconds, flags, "PTTL", key.AsValue);

    public Task<DateTime?> KeyExpireTimeAsync(RedisKey key, CommandFlags flags = CommandFlags.None)
        => Go(Read.Time, flags, "PEXPIRETIME", key.AsValue);

    public Task<bool> KeyPersistAsync(RedisKey key, CommandFlags flags = CommandFlags.None)
        => Go(Read.Bool, flags, "PERSIST", key.AsValue);

    public Task<bool> KeyRenameAsync(RedisKey key, RedisKey newKey, When when = When.Always, CommandFlags flags = CommandFlags.None)
        => when == When.NotExists ? Go(Read.Bool, flags, "RENAMENX", key.AsValue, newKey.AsValue) : Go(Read.Ok, flags, "RENAME", key.AsValue, newKey.AsValue);

    public Task<bool> KeyTouchAsync(RedisKey key, CommandFlags flags = CommandFlags.None)
        => Go(Read.Bool, flags, "TOUCH", key.AsValue);

    public Task<RedisType> KeyTypeAsync(RedisKey key, CommandFlags flags = CommandFlags.None)
        => Go(Read.Type, flags, "TYPE", key.AsValue);
}
