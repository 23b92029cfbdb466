using System.Collections.Concurrent;
using System.Text.Json;
using Ecommerce.Contracts;
using Ecommerce.Messaging.Envelope;
using Ecommerce.Testing.Probing;
using Ecommerce.Testing.Servers;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Ecommerce.OrderService.Tests.Fixture;

/// <summary>Tells the service what others would tell it, and hears what it tells them.</summary>
public sealed class Broker : IAsyncDisposable
{
    private readonly string _exchange;
    private readonly IConnection _connection;
    private readonly IChannel _channel;
    private readonly SemaphoreSlim _publishing = new(1, 1);
    private readonly ConcurrentQueue<CloudEvent> _heard = [];

    private Broker(string exchange, IConnection connection, IChannel channel) => (_exchange, _connection, _channel) = (exchange, connection, channel);

    public static async Task<Broker> ConnectAsync(string prefix)
    {
        var connection = await new ConnectionFactory { Uri = new Uri(TestServers.Current.Messaging) }.CreateConnectionAsync();
        var channel = await connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true));
        var broker = new Broker(prefix + "ecommerce.events", connection, channel);
        await channel.ExchangeDeclareAsync(broker._exchange, ExchangeType.Topic, durable: true);
        var queue = (await channel.QueueDeclareAsync()).QueueName;
        await channel.QueueBindAsync(queue, broker._exchange, "order.#");
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, delivery) =>
        {
            broker._heard.Enqueue(JsonSerializer.Deserialize<CloudEvent>(delivery.Body.Span, MessageJson.Options)!);
            return Task.CompletedTask;
        };
        await channel.BasicConsumeAsync(queue, autoAck: true, consumer);
        return broker;
    }

    /// <summary>Publishes an event as its service would; the same id is the same message again.</summary>
    public async Task PublishAsync(IIntegrationEvent integrationEvent, Guid? id = null)
    {
        var type = EventTypes.NameOf(integrationEvent.GetType());
        var message = new CloudEvent
        {
            Id = id ?? Guid.NewGuid(),
            Type = type,
            Source = "test",
            Subject = integrationEvent.Subject,
            Time = DateTimeOffset.UtcNow,
            Data = JsonSerializer.SerializeToElement(integrationEvent, integrationEvent.GetType(), MessageJson.Options),
        };
        await _publishing.WaitAsync();
        try
        {
            // Mandatory, for a message that finds no queue would be lost in silence.
            await _channel.BasicPublishAsync(
                _exchange, type, mandatory: true, new BasicProperties { Persistent = true }, JsonSerializer.SerializeToUtf8Bytes(message, MessageJson.Options));
        }
        finally
        {
            _publishing.Release();
        }
    }

    /// <summary>The data of what was told of an order so far, oldest first.</summary>
    public IReadOnlyList<JsonElement> Heard(Guid orderId, string type) =>
        [.. _heard.Where(message => message.Type == type && message.Subject == $"order/{orderId}").Select(message => message.Data)];

    /// <summary>Waits until something was told so many times.</summary>
    public Task<IReadOnlyList<JsonElement>> HearAsync(Guid orderId, string type, int times = 1) =>
        Eventually.GetAsync(() => Task.FromResult(Heard(orderId, type)), heard => heard.Count >= times, $"{type} is told {times} times");

    public async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync();
        _publishing.Dispose();
    }
}
