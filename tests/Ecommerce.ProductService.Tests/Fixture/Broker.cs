using System.Text.Json;
using Ecommerce.Contracts;
using Ecommerce.Messaging.Envelope;
using Ecommerce.Testing.Probing;
using Ecommerce.Testing.Servers;
using RabbitMQ.Client;

namespace Ecommerce.ProductService.Tests.Fixture;

/// <summary>Publishes as other services do.</summary>
internal static class Broker
{
    /// <summary>Publishes an event until the service has handled it: what comes before its queue is bound is lost.</summary>
    public static async Task HandleAsync(this ProductServiceFixture service, IIntegrationEvent integrationEvent)
    {
        var id = Guid.NewGuid();
        await Eventually.HoldsAsync(
            async () =>
            {
                await service.PublishAsync(integrationEvent, id);
                return await service.ScalarAsync<long>($"SELECT count(*) FROM inbox_messages WHERE message_id = '{id}'") == 1;
            },
            "the event is handled");
    }

    public static async Task PublishAsync(this ProductServiceFixture service, IIntegrationEvent integrationEvent, Guid id)
    {
        var type = EventTypes.NameOf(integrationEvent.GetType());
        var message = new CloudEvent
        {
            Id = id,
            Type = type,
            Source = "test",
            Subject = integrationEvent.Subject,
            Time = DateTimeOffset.UtcNow,
            Data = JsonSerializer.SerializeToElement(integrationEvent, integrationEvent.GetType(), MessageJson.Options),
        };
        await using var connection = await new ConnectionFactory { Uri = new Uri(TestServers.Current.Messaging) }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true));
        await channel.ExchangeDeclareAsync(service.MessagingPrefix + "ecommerce.events", ExchangeType.Topic, durable: true);
        await channel.BasicPublishAsync(
            service.MessagingPrefix + "ecommerce.events", type, mandatory: false, new BasicProperties { Persistent = true },
            JsonSerializer.SerializeToUtf8Bytes(message, MessageJson.Options));
    }
}
