using Ecommerce.Contracts;
using Ecommerce.Contracts.Order;
using Ecommerce.Contracts.Returns;
using Ecommerce.ProductService.Tests.Fixture;
using Ecommerce.Testing.Probing;

namespace Ecommerce.ProductService.Tests;

public sealed class EventTests(ProductServiceFixture service)
{
    [Fact]
    public async Task An_order_that_was_cancelled_before_its_confirmation_was_heard_of_needs_nobody()
    {
        var sku = await service.StockAsync(1);
        var orderId = Guid.NewGuid();
        await service.ReserveAsync(orderId, (sku, 1));
        await service.ReleaseAsync(orderId);

        await service.HandleAsync(Confirmed(orderId));

        (await service.LevelAsync(sku)).ShouldBe((1, 0));
    }

    [Fact]
    public async Task A_confirmed_order_takes_its_goods_and_a_return_puts_them_back_once()
    {
        var sku = await service.StockAsync(10);
        var orderId = Guid.NewGuid();
        await service.ReserveAsync(orderId, (sku, 3));
        var confirmed = Confirmed(orderId);

        // Again and again under one id, because what is published before the queue is bound is lost.
        var messageId = Guid.NewGuid();
        await Eventually.HoldsAsync(
            async () =>
            {
                await service.PublishAsync(confirmed, messageId);
                return await service.LevelAsync(sku) == (7, 0);
            },
            "the goods have left");

        var restocked = new ItemsRestocked(
            Guid.NewGuid(), orderId, [new ReturnLineDto(Guid.NewGuid(), sku, 1, "tooSmall"), new ReturnLineDto(Guid.NewGuid(), sku, 1, "tooSmall")], DateTimeOffset.UtcNow);
        await service.HandleAsync(restocked);
        (await service.LevelAsync(sku)).ShouldBe((9, 0));

        // Told of again under another message id, it is the same return.
        await service.HandleAsync(restocked);
        (await service.LevelAsync(sku)).ShouldBe((9, 0));
    }

    private static OrderConfirmed Confirmed(Guid orderId) => new(
        orderId, "E-1001", Guid.NewGuid(), null, "ada@example.com", "en", [], new OrderTotalsDto("USD", 0, 0, 0, 0, 0, 0, false, 0),
        new AddressDto("Ada", "1 Main St", null, "Oakland", "CA", "94601", "US", null), "standard", "Standard", Guid.NewGuid(), [], DateTimeOffset.UtcNow);
}
