using Ecommerce.Contracts;
using Ecommerce.Contracts.Payment;
using Ecommerce.Contracts.Returns;
using Ecommerce.Contracts.Shipping;
using Ecommerce.OrderService.Tests.Fixture;
using Ecommerce.Testing.Hosting;

namespace Ecommerce.OrderService.Tests;

public sealed class FulfilmentTests(OrderServiceFixture service)
{
    private const long First = 11_261; // One of two tents, and shipping, with their tax.

    [Fact]
    public async Task An_order_in_two_parcels_is_paid_for_as_it_leaves_and_completed_when_it_has_arrived()
    {
        var (scenario, order) = await PlaceAsync();
        await DispatchAsync(scenario, order, 1);
        await service.BecomesAsync(scenario, "fulfilment_status", "PartiallyFulfilled");
        await DispatchAsync(scenario, order, 1);
        await service.BecomesAsync(scenario, "fulfilment_status", "Fulfilled");
        var captures = await service.Broker.HearAsync(order, "order.capture_requested.v1", times: 2);
        captures.Select(capture => capture.GetProperty("amount").GetProperty("amount").GetInt64()).ShouldBe([First, OrderClient.Total - First]);

        await CapturedAsync(scenario, order, First);
        await service.BecomesAsync(scenario, "payment_status", "PartiallyPaid");
        await CapturedAsync(scenario, order, OrderClient.Total);
        await service.BecomesAsync(scenario, "payment_status", "Paid");
        await service.Broker.PublishAsync(new ShipmentDelivered(
            Guid.NewGuid(), order, "N", null, "ada@example.com", "en", [new ShipmentLineDto(scenario.LineId, scenario.Sku, 2)], "Post", "1", null, DateTimeOffset.UtcNow));

        (await service.Broker.HearAsync(order, "order.completed.v1")).ShouldHaveSingleItem();
        (await service.StatusAsync(scenario)).ShouldBe("Completed");
    }

    [Fact]
    public async Task A_message_that_comes_three_times_counts_once()
    {
        var (scenario, order) = await PlaceAsync();
        var message = Guid.NewGuid();
        for (var i = 0; i < 3; i++)
        {
            await DispatchAsync(scenario, order, 1, message);
        }

        await CapturedAsync(scenario, order, First);
        await service.BecomesAsync(scenario, "payment_status", "PartiallyPaid");
        (await service.ReadAsync<string>(scenario, "fulfilment_status")).ShouldBe("PartiallyFulfilled");
        (await service.Broker.HearAsync(order, "order.capture_requested.v1")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_has_left_cannot_be_cancelled()
    {
        var (scenario, order) = await PlaceAsync();
        await DispatchAsync(scenario, order, 1);
        await service.BecomesAsync(scenario, "fulfilment_status", "PartiallyFulfilled");

        (await (await service.With(TestTokens.Staff("admin")).CancelAsync(order)).CodeAsync()).ShouldBe("order.already_dispatched");
    }

    [Fact]
    public async Task A_parcel_that_crosses_the_cancellation_asks_for_no_money_and_shows_in_the_history()
    {
        var (scenario, order) = await PlaceAsync();
        var staff = service.With(TestTokens.Staff("support"));
        await staff.CancelAsync(order);
        await DispatchAsync(scenario, order, 2);
        await service.BecomesAsync(scenario, "fulfilment_status", "Fulfilled");

        var history = await (await staff.GetAsync($"/api/v1/orders/{order}/history")).JsonAsync();
        history.EnumerateArray().Select(entry => entry.GetProperty("what").GetString()).ShouldContain("dispatchedAfterCancellation");
        (await service.ReadAsync<long>(scenario, "capture_requested_total")).ShouldBe(0);
        service.Broker.Heard(order, "order.capture_requested.v1").ShouldBeEmpty();
    }

    [Fact]
    public async Task What_comes_back_and_is_refunded_shows()
    {
        var (scenario, order) = await PlaceAsync();
        await DispatchAsync(scenario, order, 2);
        await CapturedAsync(scenario, order, OrderClient.Total);
        await service.Broker.PublishAsync(new ReturnReceived(
            Guid.NewGuid(), "R", order, "N", null, "ada@example.com", "en", [new ReturnLineDto(scenario.LineId, scenario.Sku, 1, "tooSmall")], DateTimeOffset.UtcNow));
        await service.BecomesAsync(scenario, "fulfilment_status", "PartiallyReturned");

        await RefundedAsync(scenario, order, 100);
        await service.BecomesAsync(scenario, "payment_status", "PartiallyRefunded");
        await RefundedAsync(scenario, order, OrderClient.Total);
        await service.BecomesAsync(scenario, "payment_status", "Refunded");
    }

    private async Task<(Scenario Scenario, Guid Order)> PlaceAsync()
    {
        var scenario = service.Others.Add(new Scenario());
        return (scenario, (await (await service.Anonymous().PlaceOrderAsync(scenario)).JsonAsync()).GetProperty("id").GetGuid());
    }

    private Task DispatchAsync(Scenario scenario, Guid order, int quantity, Guid? message = null) => service.Broker.PublishAsync(
        new ShipmentDispatched(
            Guid.NewGuid(), order, "N", null, "ada@example.com", "en", [new ShipmentLineDto(scenario.LineId, scenario.Sku, quantity)], "Post", "1", null,
            DateTimeOffset.UtcNow),
        message);

    private Task CapturedAsync(Scenario scenario, Guid order, long total) => service.Broker.PublishAsync(new PaymentCaptured(
        scenario.Paid.First(), order, Guid.NewGuid(), new MoneyDto(total, "USD"), new MoneyDto(total, "USD"), DateTimeOffset.UtcNow));

    private Task RefundedAsync(Scenario scenario, Guid order, long total) => service.Broker.PublishAsync(new PaymentRefunded(
        scenario.Paid.First(), order, Guid.NewGuid(), new MoneyDto(total, "USD"), new MoneyDto(total, "USD"), DateTimeOffset.UtcNow));
}
