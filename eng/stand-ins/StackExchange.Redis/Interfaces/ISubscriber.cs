using System.Net;

namespace StackExchange.Redis;

/// <summary>Publish and subscribe. Subscriptions outlive the connection; what is published while it is away is lost.</summary>
public interface ISubscriber : IRedis
{
    /// <summary>Whether the server can be reached.</summary>
    bool IsConnected(RedisChannel channel = default);

    /// <summary>Publishes; gets how many received it.</summary>
    long Publish(RedisChannel channel, RedisValue message, CommandFlags flags = CommandFlags.None);

    /// <inheritdoc cref="Publish" />
    Task<long> PublishAsync(RedisChannel channel, RedisValue message, CommandFlags flags = CommandFlags.None);

    /// <summary>Subscribes. The handler runs concurrently and in no certain order.</summary>
    void Subscribe(RedisChannel channel, Action<RedisChannel, RedisValue> handler, CommandFlags flags = CommandFlags.None);

    /// <inheritdoc cref="Subscribe(RedisChannel, Action{RedisChannel, RedisValue}, CommandFlags)" />
    Task SubscribeAsync(RedisChannel channel, Action<RedisChannel, RedisValue> handler, CommandFlags flags = CommandFlags.None);

    /// <summary>Subscribes, with a queue that keeps the order.</summary>
    ChannelMessageQueue Subscribe(RedisChannel channel, CommandFlags flags = CommandFlags.None);

    /// <inheritdoc cref="Subscribe(RedisChannel, CommandFlags)" />
    Task<ChannelMessageQueue> SubscribeAsync(RedisChannel channel, CommandFlags flags = CommandFlags.None);

    /// <summary>Gets the server of a subscription; null: there is none.</summary>
    EndPoint? SubscribedEndpoint(RedisChannel channel);

    /// <summary>Unsubscribes a handler; null: everything of the channel.</summary>
    void Unsubscribe(RedisChannel channel, Action<RedisChannel, RedisValue>? handler = null, CommandFlags flags = CommandFlags.None);

    /// <inheritdoc cref="Unsubscribe" />
    Task UnsubscribeAsync(RedisChannel channel, Action<RedisChannel, RedisValue>? handler = null, CommandFlags flags = CommandFlags.None);

    /// <summary>Unsubscribes everything.</summary>
    void UnsubscribeAll(CommandFlags flags = CommandFlags.None);

    /// <inheritdoc cref="UnsubscribeAll" />
    Task UnsubscribeAllAsync(CommandFlags flags = CommandFlags.None);
}
