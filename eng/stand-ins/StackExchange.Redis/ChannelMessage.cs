namespace StackExchange.Redis;

/// <summary>A published message.</summary>
public readonly struct ChannelMessage
{
    internal ChannelMessage(RedisChannel subscription, RedisChannel channel, RedisValue message)
    {
        SubscriptionChannel = subscription;
        Channel = channel;
        Message = message;
    }

    /// <summary>The channel or pattern that was subscribed to.</summary>
    public RedisChannel SubscriptionChannel { get; }

    /// <summary>The channel.</summary>
    public RedisChannel Channel { get; }

    /// <summary>The message.</summary>
    public RedisValue Message { get; }

    /// <inheritdoc />
    public override string ToString() => Channel + ":" + Message;
}
