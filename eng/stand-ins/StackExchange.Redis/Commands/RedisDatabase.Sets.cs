namespace StackExchange.Redis.Commands;

internal sealed partial class RedisDatabase
{
    public bool SetAdd(RedisKey key, RedisValue value, CommandFlags flags = CommandFlags.None)
        => Wait(SetAddAsync(key, value, flags));

    public long SetAdd(RedisKey key, RedisValue[] values, CommandFlags flags = CommandFlags.None)
        => Wait(SetAddAsync(key, values, flags));

    public bool SetRemove(RedisKey key, RedisValue value, CommandFlags flags = CommandFlags.None)
        => Wait(SetRemoveAsync(key, value, flags));

    public long SetRemove(RedisKey key, RedisValue[] values, CommandFlags flags = CommandFlags.None)
        => Wait(SetRemoveAsync(key, values, flags));

    public bool SetContains(RedisKey key, RedisValue value, CommandFlags flags = CommandFlags.None)
        => Wait(SetContainsAsync(key, value, flags));

    public bool[] SetContains(RedisKey key, RedisValue[] values, CommandFlags flags = CommandFlags.None)
        => Wait(SetContainsAsync(key, values, flags));

    public long SetLength(RedisKey key, CommandFlags flags = CommandFlags.None)
        => Wait(SetLengthAsync(key, flags));

    public RedisValue[] SetMembers(RedisKey key, CommandFlags flags = CommandFlags.None)
        => Wait(SetMembersAsync(key, flags));

    public RedisValue SetPop(RedisKey key, CommandFlags flags = CommandFlags.None)
        => Wait(SetPopAsync(key, flags));

    public RedisValue[] SetPop(RedisKey key, long count, CommandFlags flags = CommandFlags.None)
        => Wait(SetPopAsync(key, count, flags));

    public RedisValue SetRandomMember(RedisKey key, CommandFlags flags = CommandFlags.None)
        => Wait(SetRandomMemberAsync(key, flags));

    public RedisValue[] SetRandomMembers(RedisKey key, long count, CommandFlags flags = CommandFlags.None)
        => Wait(SetRandomMembersAsync(key, count, flags));
}
