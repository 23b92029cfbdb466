using System.Net;
using Ecommerce.Contracts;
using Ecommerce.Contracts.Payment;
using Ecommerce.OrderService.Tests.Fixture;
using Ecommerce.Testing.Hosting;
using Ecommerce.Testing.Probing;

namespace Ecommerce.OrderService.Tests;

public sealed class CancellationTests(OrderServiceFixture service)
{
    private readonly HttpClient _staff = service.With(TestTokens.Staff("support"));

    [Fact]
    public async Task A_cancelled_order_gives_everything_back_and_its_cart_stays_done()
    {
        var (scenario, order) = await PlaceAsync();
        var response = await _staff.CancelAsync(order, reason: "fraud");

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.JsonAsync()).GetProperty("status").GetString().ShouldBe("cancelled");
        await service.BecomesAsync(scenario, "payment_status", "Voided");
        scenario.Released.ShouldContain(order);
        scenario.Unfrozen.ShouldBeEmpty();
        var told = (await service.Broker.HearAsync(order, "order.cancelled.v1")).ShouldHaveSingleItem();
        told.GetProperty("reason").GetString().ShouldBe("fraud");
        told.GetProperty("wasConfirmed").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task Of_a_cancellation_and_a_dispatch_at_the_same_time_one_wins_and_the_other_is_told()
    {
        var shipping = service.With(TestTokens.Service("shipping-service"));
        for (var round = 0; round < 10; round++)
        {
            var (scenario, order) = await PlaceAsync();

            var cancelling = _staff.CancelAsync(order);
            var dispatching = shipping.PostAsync($"/internal/v1/orders/{order}/dispatch-approval", null);
            var (cancelled, dispatched) = ((await cancelling).StatusCode, (await dispatching).StatusCode);

            (cancelled, dispatched).ShouldBeOneOf((HttpStatusCode.OK, HttpStatusCode.Conflict), (HttpStatusCode.Conflict, HttpStatusCode.NoContent));
            var status = await service.ReadAsync<string>(scenario, "status");
            status.ShouldBe(cancelled == HttpStatusCode.OK ? "Cancelled" : "Confirmed");
        }
    }

    [Fact]
    public async Task A_dispatch_is_approved_again_and_its_order_cannot_be_cancelled_any_more()
    {
        var (_, order) = await PlaceAsync();
        var shipping = service.With(TestTokens.Service("shipping-service"));

        (await shipping.PostAsync($"/internal/v1/orders/{order}/dispatch-approval", null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await shipping.PostAsync($"/internal/v1/orders/{order}/dispatch-approval", null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        var refused = await _staff.CancelAsync(order);
        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await refused.JsonAsync()).GetProperty("code").GetString().ShouldBe("order.already_dispatched");
        (await shipping.PostAsync($"/internal/v1/orders/{Guid.NewGuid()}/dispatch-approval", null)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_order_event_does_not_go_out_before_compensation_has_finished()
    {
        var (scenario, order) = await PlaceAsync();
        scenario.VoidFails = true;
        (await _staff.CancelAsync(order)).StatusCode.ShouldBe(HttpStatusCode.OK);

        await Eventually.HoldsAsync(async () => await service.ReadAsync<int>(scenario, "step_attempts") > 0, "giving back was tried and failed");
        service.Broker.Heard(order, "order.cancelled.v1").ShouldBeEmpty();
        (await service.ReadAsync<string>(scenario, "step")).ShouldBe("Releasing");

        scenario.VoidFails = false;
        await service.HandToWorkerAsync(scenario);
        (await service.Broker.HearAsync(order, "order.cancelled.v1")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_cancellation_whose_money_does_not_come_back_at_once_counts_and_is_done_later()
    {
        var (scenario, order) = await PlaceAsync();
        scenario.VoidFails = true;

        (await _staff.CancelAsync(order)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await _staff.CancelAsync(order)).StatusCode.ShouldBe(HttpStatusCode.Conflict);

        scenario.VoidFails = false;
        await service.HandToWorkerAsync(scenario);
        await service.BecomesAsync(scenario, "step", "Released");
    }

    [Fact]
    public async Task A_cancellation_that_is_repeated_after_a_crash_is_answered_as_done()
    {
        var (_, order) = await PlaceAsync();
        (await _staff.CancelAsync(order, key: "crashed")).StatusCode.ShouldBe(HttpStatusCode.OK);

        // As when the process died between the commit and the answer.
        await using var command = service.Database.CreateCommand(
            "UPDATE idempotency_keys SET status_code = NULL, headers = NULL, response = NULL, locked_until = '-infinity' WHERE key = 'crashed'");
        (await command.ExecuteNonQueryAsync()).ShouldBe(1);

        (await _staff.CancelAsync(order, key: "crashed")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_cancellation_that_meets_another_change_goes_on_from_it()
    {
        var (scenario, order) = await PlaceAsync();
        await using var connection = await service.Database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var change = new Npgsql.NpgsqlCommand("UPDATE orders SET version = version + 1 WHERE id = $1", connection, transaction))
        {
            change.Parameters.Add(new() { Value = order });
            await change.ExecuteNonQueryAsync();
        }

        var cancelling = _staff.CancelAsync(order);
        await Eventually.HoldsAsync(WaitsForALockAsync, "the cancellation waits for the other change");
        await transaction.CommitAsync();

        (await cancelling).StatusCode.ShouldBe(HttpStatusCode.OK);
        await service.BecomesAsync(scenario, "step", "Released");
    }

    [Fact]
    public async Task A_buyer_who_pays_while_they_cancel_ends_with_one_of_the_two_and_no_money_on_a_dead_order()
    {
        for (var round = 0; round < 10; round++)
        {
            var scenario = service.Others.Add(new Scenario { PaymentStatus = "requiresAction" });
            var order = (await (await service.Anonymous().PlaceOrderAsync(scenario)).JsonAsync()).GetProperty("id").GetGuid();
            var payment = scenario.Paid.First();
            scenario.PaymentStatus = "authorized";

            var cancelling = _staff.CancelAsync(order);
            await service.Broker.PublishAsync(new PaymentAuthorized(payment, order, new MoneyDto(OrderClient.Total, "USD"), DateTimeOffset.UtcNow));

            (await cancelling).StatusCode.ShouldBe(HttpStatusCode.OK);
            await service.BecomesAsync(scenario, "step", "Released");
            scenario.Voided.ShouldContain(payment);
        }
    }

    private async Task<(Scenario Scenario, Guid Order)> PlaceAsync()
    {
        var scenario = service.Others.Add(new Scenario());
        var placed = await service.Anonymous().PlaceOrderAsync(scenario);
        placed.StatusCode.ShouldBe(HttpStatusCode.Created);
        return (scenario, (await placed.JsonAsync()).GetProperty("id").GetGuid());
    }

    private async Task<bool> WaitsForALockAsync()
    {
        await using var command = service.Database.CreateCommand(
            "SELECT EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%UPDATE orders%')");
        return (bool)(await command.ExecuteScalarAsync())!;
    }
}
