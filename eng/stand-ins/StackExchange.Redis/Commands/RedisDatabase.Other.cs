namespace StackExchange.Redis.Commands;

internal sealed partial class RedisDatabase
{
    public RedisResult ScriptEvaluate(string script, RedisKey[]? keys = null, RedisValue[]? values = null, CommandFlags flags = CommandFlags.None)
        => Wait(ScriptEvaluateAsync(script, keys, values, flags));

    public RedisResult ScriptEvaluate(byte[] hash, RedisKey[]? keys = null, RedisValue[]? values = null, CommandFlags flags = CommandFlags.None)
        => Wait(ScriptEvaluateAsync(hash, keys, values, flags));

    public RedisResult ScriptEvaluate(LuaScript script, object? parameters = null, CommandFlags flags = CommandFlags.None)
        => Wait(ScriptEvaluateAsync(script, parameters, flags));

    public long Publish(RedisChannel channel, RedisValue message, CommandFlags flags = CommandFlags.None)
        => Wait(PublishAsync(channel, message, flags));

    public RedisResult Execute(string command, params object[] args)
        => Wait(ExecuteAsync(command, args));

    public RedisResult Execute(string command, ICollection<object>? args, CommandFlags flags = CommandFlags.None)
        => Wait(ExecuteAsync(command, args, flags));
}
