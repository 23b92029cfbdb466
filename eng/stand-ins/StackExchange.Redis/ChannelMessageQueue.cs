using System.Threading.Channels;

namespace StackExchange.Redis;

/// <summary>The messages of a subscription, in the order of publishing.</summary>
public sealed class ChannelMessageQueue : IAsyncEnumerable<ChannelMessage>
{
    private readonly Channel<ChannelMessage> _queue = System.Threading.Channels.Channel.CreateUnbounded<ChannelMessage>(
        new UnboundedChannelOptions { SingleWriter = true });

    private readonly Commands.RedisSubscriber _subscriber;
    private int _handled;

    internal ChannelMessageQueue(RedisChannel channel, Commands.RedisSubscriber subscriber)
    {
        Channel = channel;
        _subscriber = subscriber;
    }

    /// <summary>The channel or pattern.</summary>
    public RedisChannel Channel { get; }

    /// <summary>Ends when the subscription has, and everything was read.</summary>
    public Task Completion => _queue.Reader.Completion;

    /// <summary>Gets the next message.</summary>
    public ValueTask<ChannelMessage> ReadAsync(CancellationToken cancellationToken = default) => _queue.Reader.ReadAsync(cancellationToken);

    /// <summary>Gets the next message where there is one.</summary>
    public bool TryRead(out ChannelMessage item) => _queue.Reader.TryRead(out item);

    /// <summary>Gets how many messages wait.</summary>
    public bool TryGetCount(out int count)
    {
        count = _queue.Reader.CanCount ? _queue.Reader.Count : 0;
        return _queue.Reader.CanCount;
    }

    /// <summary>Has each message handled, one after another.</summary>
    public void OnMessage(Action<ChannelMessage> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        OnMessage(message =>
        {
            handler(message);
            return Task.CompletedTask;
        });
    }

    /// <summary>Has each message handled, one after another.</summary>
    /// <exception cref="InvalidOperationException">There is a handler already.</exception>
    public void OnMessage(Func<ChannelMessage, Task> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        if (Interlocked.Exchange(ref _handled, 1) != 0)
        {
            throw new InvalidOperationException("Only a single handler can be associated with this queue");
        }

        _ = Task.Run(() => HandleAsync(handler));
    }

    /// <summary>Ends the subscription.</summary>
    public void Unsubscribe(CommandFlags flags = CommandFlags.None) => _subscriber.Wait(UnsubscribeAsync(flags));

    /// <summary>Ends the subscription.</summary>
    public Task UnsubscribeAsync(CommandFlags flags = CommandFlags.None) => _subscriber.UnsubscribeAsync(this);

    /// <inheritdoc />
    public IAsyncEnumerator<ChannelMessage> GetAsyncEnumerator(CancellationToken cancellationToken = default)
        => _queue.Reader.ReadAllAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);

    /// <inheritdoc />
    public override string? ToString() => Channel;

    internal void Write(in ChannelMessage message) => _queue.Writer.TryWrite(message);

    internal void Complete() => _queue.Writer.TryComplete();

    private async Task HandleAsync(Func<ChannelMessage, Task> handler)
    {
        await foreach (var message in _queue.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            try
            {
                await handler(message).ConfigureAwait(false);
            }
            catch (Exception ex) when (ex is not OutOfMemoryException)
            {
                _subscriber.OnHandlerFailed(ex);
            }
        }
    }
}
