using System.Collections.Immutable;

namespace StackExchange.Redis.Commands;

/// <summary>Who wants the messages of a channel. Read without a lock while it is changed.</summary>
internal sealed class Subscription
{
    public ImmutableArray<Action<RedisChannel, RedisValue>> Handlers { get; private set; } = [];

    public ImmutableArray<ChannelMessageQueue> Queues { get; private set; } = [];

    public bool IsEmpty => Handlers.IsEmpty && Queues.IsEmpty;

    public void Add(Action<RedisChannel, RedisValue> handler) => Handlers = Handlers.Add(handler);

    public void Add(ChannelMessageQueue queue) => Queues = Queues.Add(queue);

    public void Remove(Action<RedisChannel, RedisValue>? handler)
    {
        if (handler is not null)
        {
            Handlers = Handlers.Remove(handler);
            return;
        }

        Handlers = [];
        foreach (var queue in Queues)
        {
            queue.Complete();
        }

        Queues = [];
    }

    public void Remove(ChannelMessageQueue queue)
    {
        Queues = Queues.Remove(queue);
        queue.Complete();
    }
}
