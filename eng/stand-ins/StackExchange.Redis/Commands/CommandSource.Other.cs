using StackExchange.Redis.Protocol;

namespace StackExchange.Redis.Commands;

internal abstract partial class CommandSource
{
    public Task<RedisResult> ScriptEvaluateAsync(string script, RedisKey[]? keys = null, RedisValue[]? values = null, CommandFlags flags = CommandFlags.None)
        => EvaluateAsync(script, keys, values, flags);

    public Task<RedisResult> ScriptEvaluateAsync(byte[] hash, RedisKey[]? keys = null, RedisValue[]? values = null, CommandFlags flags = CommandFlags.None)
        => Go(Read.Result, flags, "EVALSHA", Arg.Script(Convert.ToHexStringLower(hash), keys, values));

    public Task<RedisResult> ScriptEvaluateAsync(LuaScript script, object? parameters = null, CommandFlags flags = CommandFlags.None)
        => script.EvaluateAsync(this, parameters, flags);

    public Task<long> PublishAsync(RedisChannel channel, RedisValue message, CommandFlags flags = CommandFlags.None)
        => PublishCoreAsync(channel, message, flags);

    public Task<RedisResult> ExecuteAsync(string command, params object[] args)
        => Go(Read.Result, CommandFlags.None, command, Arg.Of(args));

    public Task<RedisResult> ExecuteAsync(string command, ICollection<object>? args, CommandFlags flags = CommandFlags.None)
        => Go(Read.Result, flags, command, Arg.Of(args ?? []));
}
