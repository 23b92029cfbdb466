namespace StackExchange.Redis.Commands;

/// <summary>A lock is released and extended only by who has it: looked at and changed in one step.</summary>
internal static class LockScripts
{
    public const string Release = "if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) else return 0 end";

    public const string Extend = "if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('PEXPIRE', KEYS[1], ARGV[2]) else return 0 end";
}
