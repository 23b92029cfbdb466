using System.Text.Json;
using Ecommerce.Contracts;
using Ecommerce.Contracts.Order;
using Ecommerce.Contracts.Returns;
using Ecommerce.Messaging.Envelope;
using Ecommerce.ProductService.Tests.Fixture;
using Ecommerce.Testing.Probing;
using Ecommerce.Testing.Servers;
using RabbitMQ.Client;

namespace Ecommerce.ProductService.Tests;

public sealed class EventTests(ProductServiceFixture service)
{
    [Fact]
    public async Task A_confirmed_order_takes_its_goods_and_a_return_puts_them_back_once()
    {
        var sku = await service.StockAsync(10);
        var orderId = Guid.NewGuid();
        await service.ReserveAsync(orderId, (sku, 3));
        var confirmed = new OrderConfirmed(
            orderId, "E-1001", Guid.NewGuid(), null, "ada@example.com", "en", [], new OrderTotalsDto("USD", 0, 0, 0, 0, 0, 0, false, 0),
            new AddressDto("Ada", "1 Main St", null, "Oakland", "CA", "94601", "US", null), "standard", "Standard", Guid.NewGuid(), [], DateTimeOffset.UtcNow);

        // Again and again under one id, because what is published before the queue is bound is lost.
        var messageId = Guid.NewGuid();
        await Eventually.HoldsAsync(
            async () =>
            {
                await PublishAsync(confirmed, messageId);
                return await service.LevelAsync(sku) == (7, 0);
            },
            "the goods have left");

        var restocked = new ItemsRestocked(
            Guid.NewGuid(), orderId, [new ReturnLineDto(Guid.NewGuid(), sku, 1, "tooSmall"), new ReturnLineDto(Guid.NewGuid(), sku, 1, "tooSmall")], DateTimeOffset.UtcNow);
        await HandledAsync(restocked);
        (await service.LevelAsync(sku)).ShouldBe((9, 0));

        // Told of again under another message id, it is the same return.
        await HandledAsync(restocked);
        (await service.LevelAsync(sku)).ShouldBe((9, 0));
    }

    private async Task HandledAsync(IIntegrationEvent integrationEvent)
    {
        var id = Guid.NewGuid();
        await PublishAsync(integrationEvent, id);
        await Eventually.HoldsAsync(async () => await service.ScalarAsync<long>($"SELECT count(*) FROM inbox_messages WHERE message_id = '{id}'") == 1, "the event is handled");
    }

    private async Task PublishAsync(IIntegrationEvent integrationEvent, Guid id)
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
