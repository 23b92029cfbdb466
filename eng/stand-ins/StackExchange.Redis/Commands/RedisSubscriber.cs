using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using StackExchange.Redis.Connection;
using StackExchange.Redis.Protocol;

namespace StackExchange.Redis.Commands;

/// <summary>Subscriptions, and their way back after the connection was away.</summary>
internal sealed class RedisSubscriber(ConnectionMultiplexer multiplexer) : ISubscriber
{
    private readonly ConcurrentDictionary<RedisChannel, Subscription> _subscriptions = new();
    private readonly SemaphoreSlim _changing = new(1);

    public IConnectionMultiplexer Multiplexer => multiplexer;

    public bool IsConnected(RedisChannel channel = default) => multiplexer.Subscriptions.IsConnected;

    public long Publish(RedisChannel channel, RedisValue message, CommandFlags flags = CommandFlags.None)
        => Wait(PublishAsync(channel, message, flags));

    public Task<long> PublishAsync(RedisChannel channel, RedisValue message, CommandFlags flags = CommandFlags.None)
        => multiplexer.GetDatabase().PublishAsync(channel, message, flags);

    public void Subscribe(RedisChannel channel, Action<RedisChannel, RedisValue> handler, CommandFlags flags = CommandFlags.None)
        => Wait(SubscribeAsync(channel, handler, flags));

    public Task SubscribeAsync(RedisChannel channel, Action<RedisChannel, RedisValue> handler, CommandFlags flags = CommandFlags.None)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return AddAsync(channel, s => s.Add(handler), flags);
    }

    public ChannelMessageQueue Subscribe(RedisChannel channel, CommandFlags flags = CommandFlags.None)
        => Wait(SubscribeAsync(channel, flags));

    public async Task<ChannelMessageQueue> SubscribeAsync(RedisChannel channel, CommandFlags flags = CommandFlags.None)
    {
        var queue = new ChannelMessageQueue(channel, this);
        await AddAsync(channel, s => s.Add(queue), flags).ConfigureAwait(false);
        return queue;
    }

    public EndPoint? SubscribedEndpoint(RedisChannel channel)
        => _subscriptions.ContainsKey(channel) && IsConnected() ? multiplexer.Subscriptions.EndPoint : null;

    public void Unsubscribe(RedisChannel channel, Action<RedisChannel, RedisValue>? handler = null, CommandFlags flags = CommandFlags.None)
        => Wait(UnsubscribeAsync(channel, handler, flags));

    public Task UnsubscribeAsync(RedisChannel channel, Action<RedisChannel, RedisValue>? handler = null, CommandFlags flags = CommandFlags.None)
        => RemoveAsync(channel, s => s.Remove(handler), flags);

    public void UnsubscribeAll(CommandFlags flags = CommandFlags.None) => Wait(UnsubscribeAllAsync(flags));

    public Task UnsubscribeAllAsync(CommandFlags flags = CommandFlags.None)
        => Task.WhenAll(_subscriptions.Keys.Select(channel => UnsubscribeAsync(channel, handler: null, flags)));

    public TimeSpan Ping(CommandFlags flags = CommandFlags.None) => Wait(PingAsync(flags));

    public async Task<TimeSpan> PingAsync(CommandFlags flags = CommandFlags.None)
    {
        var since = Stopwatch.GetTimestamp();
        var message = new Message<bool>("PING", [], -1, static _ => true, wanted: true);
        multiplexer.Subscriptions.Send(message);
        await message.Task.ConfigureAwait(false);
        return Stopwatch.GetElapsedTime(since);
    }

    public void Wait(Task task) => multiplexer.Wait(task);

    public T Wait<T>(Task<T> task) => multiplexer.Wait(task);

    public void WaitAll(params Task[] tasks) => multiplexer.WaitAll(tasks);

    internal Task UnsubscribeAsync(ChannelMessageQueue queue) => RemoveAsync(queue.Channel, s => s.Remove(queue), CommandFlags.None);

    internal void OnHandlerFailed(Exception exception) => multiplexer.OnInternalError(exception, "pub/sub handler");

    /// <summary>Subscribes to everything again on a new connection.</summary>
    internal Task ResubscribeAsync(PhysicalConnection connection)
    {
        var messages = _subscriptions.Keys.Select(channel => Change("SUBSCRIBE", channel, wanted: true)).ToList();
        return messages.Count == 0 || !connection.TryWrite(messages)
            ? Task.CompletedTask
            : Task.WhenAll(messages.Select(static m => m.Task));
    }

    /// <summary>Takes published messages out of the answers.</summary>
    internal bool OnPush(Resp answer)
    {
        if (answer.Items is not [var kind, ..] items)
        {
            return false;
        }

        if (items.Length == 3 && kind.Is("message"u8))
        {
            var channel = WithoutPrefix(items[1]);
            Deliver(channel, channel, items[2].Value);
            return true;
        }

        if (items.Length == 4 && kind.Is("pmessage"u8))
        {
            Deliver(RedisChannel.Pattern((byte[])WithoutPrefix(items[1])!), WithoutPrefix(items[2]), items[3].Value);
            return true;
        }

        return false;
    }

    private static void Deliver(Subscription subscription, ChannelMessage message, Action<Exception> onFailure)
    {
        foreach (var queue in subscription.Queues)
        {
            queue.Write(message);
        }

        foreach (var handler in subscription.Handlers)
        {
            ThreadPool.UnsafeQueueUserWorkItem(
                static state =>
                {
                    try
                    {
                        state.handler(state.message.Channel, state.message.Message);
                    }
                    catch (Exception ex) when (ex is not OutOfMemoryException)
                    {
                        state.onFailure(ex);
                    }
                },
                (handler, message, onFailure),
                preferLocal: false);
        }
    }

    private void Deliver(RedisChannel subscribed, RedisChannel channel, RedisValue message)
    {
        if (_subscriptions.TryGetValue(subscribed, out var subscription))
        {
            Deliver(subscription, new ChannelMessage(subscribed, channel, message), OnHandlerFailed);
        }
    }

    private async Task AddAsync(RedisChannel channel, Action<Subscription> add, CommandFlags flags)
    {
        if (channel.IsNullOrEmpty)
        {
            throw new ArgumentNullException(nameof(channel));
        }

        await _changing.WaitAsync().ConfigureAwait(false);
        Message<bool>? message = null;
        try
        {
            var isNew = !_subscriptions.TryGetValue(channel, out var subscription);
            subscription ??= new Subscription();
            add(subscription);
            _subscriptions[channel] = subscription;
            if (isNew)
            {
                multiplexer.Subscriptions.Send(message = Change("SUBSCRIBE", channel, !flags.HasFlag(CommandFlags.FireAndForget)));
            }
        }
        finally
        {
            _changing.Release();
        }

        // Once it is noted here, a new connection subscribes to it as well.
        if (message is not null)
        {
            await message.Task.ConfigureAwait(false);
        }
    }

    private async Task RemoveAsync(RedisChannel channel, Action<Subscription> remove, CommandFlags flags)
    {
        await _changing.WaitAsync().ConfigureAwait(false);
        Message<bool>? message = null;
        try
        {
            if (_subscriptions.TryGetValue(channel, out var subscription))
            {
                remove(subscription);
                if (subscription.IsEmpty && _subscriptions.TryRemove(channel, out _))
                {
                    multiplexer.Subscriptions.Send(message = Change("UNSUBSCRIBE", channel, !flags.HasFlag(CommandFlags.FireAndForget)));
                }
            }
        }
        finally
        {
            _changing.Release();
        }

        if (message is not null)
        {
            await message.Task.ConfigureAwait(false);
        }
    }

    private Message<bool> Change(string command, RedisChannel channel, bool wanted)
        => new(channel.IsPattern ? "P" + command : command, [multiplexer.WithPrefix(channel).AsValue], -1, static _ => true, wanted);

    private RedisChannel WithoutPrefix(in Resp name)
    {
        var bytes = name.Bytes ?? [];
        var prefix = (byte[]?)multiplexer.ChannelPrefix;
        return RedisChannel.Literal(prefix is { Length: > 0 } && bytes.AsSpan().StartsWith(prefix) ? bytes[prefix.Length..] : bytes);
    }
}
