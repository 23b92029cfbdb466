using System.Diagnostics;
using System.Runtime.CompilerServices;
using StackExchange.Redis.Connection;
using StackExchange.Redis.Protocol;

namespace StackExchange.Redis.Commands;

/// <summary>Makes the commands of a database; where they go is what differs between a database, a batch and a transaction.</summary>
internal abstract partial class CommandSource(ConnectionMultiplexer multiplexer, int database) : IDatabaseAsync
{
    public IConnectionMultiplexer Multiplexer => multiplexer;

    public int Database => database;

    /// <summary>Whether an answer can be looked at before the next command is made.</summary>
    protected virtual bool CanAskTwice => true;

    protected ConnectionMultiplexer Owner => multiplexer;

    public bool IsConnected(RedisKey key, CommandFlags flags = CommandFlags.None) => multiplexer.IsConnected;

    public async Task<TimeSpan> PingAsync(CommandFlags flags = CommandFlags.None)
    {
        var since = Stopwatch.GetTimestamp();
        await Go(Read.Value, CommandFlags.None, "PING").ConfigureAwait(false);
        return Stopwatch.GetElapsedTime(since);
    }

    public void Wait(Task task) => multiplexer.Wait(task);

    public T Wait<T>(Task<T> task) => multiplexer.Wait(task);

    public void WaitAll(params Task[] tasks) => multiplexer.WaitAll(tasks);

    public IAsyncEnumerable<HashEntry> HashScanAsync(RedisKey key, RedisValue pattern = default, int pageSize = 250, long cursor = 0, int pageOffset = 0, CommandFlags flags = CommandFlags.None)
        => ScanAsync("HSCAN", Read.Hash, key, pattern, pageSize, cursor, pageOffset);

    public IAsyncEnumerable<RedisValue> SetScanAsync(RedisKey key, RedisValue pattern = default, int pageSize = 250, long cursor = 0, int pageOffset = 0, CommandFlags flags = CommandFlags.None)
        => ScanAsync("SSCAN", Read.Values, key, pattern, pageSize, cursor, pageOffset);

    public IAsyncEnumerable<SortedSetEntry> SortedSetScanAsync(RedisKey key, RedisValue pattern = default, int pageSize = 250, long cursor = 0, int pageOffset = 0, CommandFlags flags = CommandFlags.None)
        => ScanAsync("ZSCAN", Read.SortedSet, key, pattern, pageSize, cursor, pageOffset);

    internal Task<RedisResult> EvaluateAsync(string script, RedisKey[]? keys, RedisValue[]? values, CommandFlags flags)
    {
        ArgumentException.ThrowIfNullOrEmpty(script);
        return !CanAskTwice || flags.HasFlag(CommandFlags.NoScriptCache) || flags.HasFlag(CommandFlags.FireAndForget)
            ? Go(Read.Result, flags, "EVAL", Arg.Script(script, keys, values))
            : EvaluateByHashAsync(script, keys, values, flags);
    }

    protected abstract void Send(Message message);

    protected Task<T> Go<T>(Func<Resp, T> read, CommandFlags flags, string command, params RedisValue[] arguments)
    {
        var message = new Message<T>(command, arguments, database, read, wanted: !flags.HasFlag(CommandFlags.FireAndForget))
        {
            Trace = RedisTrace.Start(command, database, multiplexer.PrimaryEndPoint),
            OnServerError = multiplexer.ServerErrorHandler,
        };
        Send(message);
        return message.Task;
    }

    // The server forgets scripts when it restarts; then the text goes over the wire once more.
    private async Task<RedisResult> EvaluateByHashAsync(string script, RedisKey[]? keys, RedisValue[]? values, CommandFlags flags)
    {
        var arguments = Arg.Script(multiplexer.ScriptHash(script), keys, values);
        try
        {
            return await Go(Read.Result, flags, "EVALSHA", arguments).ConfigureAwait(false);
        }
        catch (RedisServerException ex) when (ex.Message.StartsWith("NOSCRIPT", StringComparison.Ordinal))
        {
            return await Go(Read.Result, flags, "EVAL", [script, .. arguments.AsSpan(1)]).ConfigureAwait(false);
        }
    }

    private async Task<bool> Owned(string script, RedisKey key, RedisValue value, CommandFlags flags, params RedisValue[] more)
        => (long)await EvaluateAsync(script, [key], [value, .. more], flags & ~CommandFlags.FireAndForget).ConfigureAwait(false) == 1;

    private Task<bool> StringSetManyAsync(KeyValuePair<RedisKey, RedisValue>[] values, When when, CommandFlags flags) => when switch
    {
        _ when values.Length == 0 => Task.FromResult(false),
        When.NotExists => Go(Read.Bool, flags, "MSETNX", Arg.Of(values)),
        When.Always => Go(Read.Ok, flags, "MSET", Arg.Of(values)),
        _ => throw new ArgumentException($"{when} is not valid in this context; the permitted values are: Always, NotExists", nameof(when)),
    };

    private async Task<RedisValueWithExpiry> StringGetWithExpiryCoreAsync(RedisKey key, CommandFlags flags)
    {
        var ttl = KeyTimeToLiveAsync(key, flags);
        var value = StringGetAsync(key, flags);
        var expiry = await ttl.ConfigureAwait(false);
        return new RedisValueWithExpiry(await value.ConfigureAwait(false), expiry);
    }

    private Task<long> PublishCoreAsync(RedisChannel channel, RedisValue message, CommandFlags flags)
        => Go(Read.Int64, flags, "PUBLISH", multiplexer.WithPrefix(channel).AsValue, message);

    private async IAsyncEnumerable<T> ScanAsync<T>(
        string command,
        Func<Resp, T[]> read,
        RedisKey key,
        RedisValue pattern,
        int pageSize,
        long cursor,
        int pageOffset,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        RedisValue next = cursor;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            RedisValue[] arguments = [key.AsValue, next, .. pattern.IsNullOrEmpty ? (RedisValue[])[] : ["MATCH", pattern], "COUNT", pageSize];
            var (page, items) = await Go(r => (r.Items![0].Value, read(r.Items[1])), CommandFlags.None, command, arguments).ConfigureAwait(false);
            next = page;
            foreach (var item in items.Skip(pageOffset))
            {
                yield return item;
            }

            pageOffset = 0;
        }
        while (next != 0);
    }
}
