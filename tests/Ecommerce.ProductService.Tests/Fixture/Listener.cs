using System.Text.Json;
using Ecommerce.Contracts;
using Ecommerce.Messaging.Envelope;
using Ecommerce.Testing.Probing;
using Ecommerce.Testing.Servers;
using RabbitMQ.Client;

namespace Ecommerce.ProductService.Tests.Fixture;

/// <summary>Hears events of one kind on a queue of its own.</summary>
internal sealed class Listener<TEvent> : IAsyncDisposable
    where TEvent : class, IIntegrationEvent
{
    private readonly List<TEvent> _heard = [];
    private IConnection _connection = null!;
    private IChannel _channel = null!;
    private string _queue = "";

    public static async Task<Listener<TEvent>> StartAsync(ProductServiceFixture service)
    {
        var exchange = service.MessagingPrefix + "ecommerce.events";
        var listener = new Listener<TEvent> { _connection = await new ConnectionFactory { Uri = new Uri(TestServers.Current.Messaging) }.CreateConnectionAsync() };
        listener._channel = await listener._connection.CreateChannelAsync();
        await listener._channel.ExchangeDeclareAsync(exchange, ExchangeType.Topic, durable: true);
        listener._queue = (await listener._channel.QueueDeclareAsync()).QueueName;
        await listener._channel.QueueBindAsync(listener._queue, exchange, EventTypes.NameOf(typeof(TEvent)));
        return listener;
    }

    /// <summary>Waits until so many events of a subject have been heard.</summary>
    public Task<List<TEvent>> HearAsync(string subject, int count) => Eventually.GetAsync(
        async () =>
        {
            while (await _channel.BasicGetAsync(_queue, autoAck: true) is { } message)
            {
                _heard.Add(JsonSerializer.Deserialize<CloudEvent>(message.Body.Span, MessageJson.Options)!.Data.Deserialize<TEvent>(MessageJson.Options)!);
            }

            return _heard.FindAll(heard => heard.Subject == subject);
        },
        heard => heard.Count >= count,
        $"{count} events of {subject}");

    public async ValueTask DisposeAsync()
    {
        await _channel.DisposeAsync();
        await _connection.DisposeAsync();
    }
}
