using System.Text.Json;
using Ecommerce.Contracts;
using Ecommerce.Messaging.Envelope;
using RabbitMQ.Client;

namespace Ecommerce.UserService.Tests.Fixture;

/// <summary>Hears events of one kind on a queue of its own.</summary>
public sealed class Listener<TEvent> : IAsyncDisposable
    where TEvent : class, IIntegrationEvent
{
    private readonly IChannel _channel;
    private readonly string _queue;

    private Listener(IChannel channel, string queue) => (_channel, _queue) = (channel, queue);

    /// <summary>What it heard so far.</summary>
    public List<TEvent> Heard { get; } = [];

    internal static async Task<Listener<TEvent>> StartAsync(IConnection broker, string exchange)
    {
        var channel = await broker.CreateChannelAsync();
        var queue = (await channel.QueueDeclareAsync()).QueueName;
        await channel.QueueBindAsync(queue, exchange, EventTypes.NameOf(typeof(TEvent)));
        return new Listener<TEvent>(channel, queue);
    }

    /// <summary>Takes in what has arrived.</summary>
    public async Task<List<TEvent>> PollAsync()
    {
        while (await _channel.BasicGetAsync(_queue, autoAck: true) is { } message)
        {
            var envelope = JsonSerializer.Deserialize<CloudEvent>(message.Body.Span, MessageJson.Options)!;
            Heard.Add(envelope.Data.Deserialize<TEvent>(MessageJson.Options)!);
        }

        return Heard;
    }

    public ValueTask DisposeAsync() => _channel.DisposeAsync();
}
