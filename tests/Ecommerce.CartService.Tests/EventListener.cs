using System.Collections.Concurrent;
using System.Text.Json;
using Ecommerce.Testing.Servers;
using RabbitMQ.Client;

namespace Ecommerce.CartService.Tests;

/// <summary>Hears what a service tells, as another service would.</summary>
internal sealed class EventListener : IAsyncDisposable
{
    private readonly IConnection _connection;
    private readonly IChannel _channel;
    private readonly string _queue;
    private readonly ConcurrentQueue<JsonElement> _heard = [];

    private EventListener(IConnection connection, IChannel channel, string queue) => (_connection, _channel, _queue) = (connection, channel, queue);

    public static async Task<EventListener> StartAsync(string prefix, string eventType)
    {
        var connection = await new ConnectionFactory { Uri = new Uri(TestServers.Current.Messaging) }.CreateConnectionAsync();
        var channel = await connection.CreateChannelAsync();
        await channel.ExchangeDeclareAsync(prefix + "ecommerce.events", ExchangeType.Topic, durable: true);
        var queue = (await channel.QueueDeclareAsync()).QueueName;
        await channel.QueueBindAsync(queue, prefix + "ecommerce.events", eventType);
        return new EventListener(connection, channel, queue);
    }

    /// <summary>The data of all events so far.</summary>
    public async Task<IReadOnlyList<JsonElement>> HeardAsync()
    {
        while (await _channel.BasicGetAsync(_queue, autoAck: true) is { } message)
        {
            _heard.Enqueue(JsonDocument.Parse(message.Body).RootElement.GetProperty("data").Clone());
        }

        return [.. _heard];
    }

    public async ValueTask DisposeAsync()
    {
        await _channel.DisposeAsync();
        await _connection.DisposeAsync();
    }
}
