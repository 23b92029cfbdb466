using System.Net;
using Ecommerce.Contracts;
using Ecommerce.Contracts.Payment;
using Ecommerce.OrderService.Tests.Fixture;

namespace Ecommerce.OrderService.Tests;

/// <summary>What goes wrong at other platforms when two things happen at once, or one happens twice.</summary>
public sealed class CheckoutRaceTests(OrderServiceFixture service)
{
    [Fact]
    public async Task Two_requests_with_the_same_key_do_not_get_through_together()
    {
        var scenario = service.Others.Add(new Scenario());
        var client = service.Anonymous();

        var responses = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => client.PlaceOrderAsync(scenario, key: "together")));

        responses.Count(response => response.StatusCode == HttpStatusCode.Created && !response.Headers.Contains("Idempotency-Replayed")).ShouldBe(1);
        foreach (var response in responses.Where(response => response.StatusCode != HttpStatusCode.Created))
        {
            (await response.CodeAsync()).ShouldBe("idempotency.in_flight");
        }

        scenario.FrozenBy.ShouldHaveSingleItem();
        scenario.Paid.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_failed_creation_is_never_answered_as_a_success_whoever_brought_it_to_its_end()
    {
        // The charge's answer is lost three times, so the request ends before the checkout does; then the worker finds that it was declined.
        var scenario = service.Others.Add(new Scenario { PaymentFailures = 3, PaymentStatus = "failed" });
        var client = service.Anonymous();
        (await client.PlaceOrderAsync(scenario, key: "declined later")).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        await service.HandToWorkerAsync(scenario);
        await service.BecomesAsync(scenario, "step", "Released");

        var repeated = await client.PlaceOrderAsync(scenario, key: "declined later");

        repeated.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var problem = await repeated.JsonAsync();
        problem.GetProperty("code").GetString().ShouldBe("order.refused");
        problem.GetProperty("reason").GetString().ShouldBe("payment.declined");
    }

    [Fact]
    public async Task What_is_paid_has_its_order_also_where_the_answer_was_lost()
    {
        var scenario = service.Others.Add(new Scenario());
        var lost = 3;
        scenario.WhilePaying = _ => Interlocked.Decrement(ref lost) >= 0 ? throw new InvalidOperationException("charged, and the answer is lost") : Task.CompletedTask;
        var client = service.Anonymous();
        (await client.PlaceOrderAsync(scenario, key: "lost")).StatusCode.ShouldBe(HttpStatusCode.Accepted);

        var repeated = await client.PlaceOrderAsync(scenario, key: "lost");

        repeated.StatusCode.ShouldBe(HttpStatusCode.Created);
        (await repeated.JsonAsync()).GetProperty("status").GetString().ShouldBe("confirmed");
        scenario.Paid.Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_webhook_and_the_completion_that_race_confirm_the_order_once()
    {
        var scenario = service.Others.Add(new Scenario());
        var message = Guid.NewGuid();
        scenario.WhilePaying = async request =>
        {
            // The provider's notice is handled before the request has its answer.
            await service.Broker.PublishAsync(new PaymentAuthorized(request.PaymentId, request.OrderId, request.Amount, DateTimeOffset.UtcNow), message);
            await service.BecomesAsync(scenario, "status", "Confirmed");
        };

        var response = await service.Anonymous().PlaceOrderAsync(scenario);

        response.StatusCode.ShouldBe(HttpStatusCode.Created);
        var order = await response.JsonAsync();
        order.GetProperty("status").GetString().ShouldBe("confirmed");
        var id = order.GetProperty("id").GetGuid();
        await service.Broker.PublishAsync(new PaymentCaptured(scenario.Paid.First(), id, id, new MoneyDto(100, "USD"), new MoneyDto(100, "USD"), DateTimeOffset.UtcNow));
        await service.BecomesAsync(scenario, "payment_status", "PartiallyPaid");
        (await service.Broker.HearAsync(id, "order.confirmed.v1")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_buyer_who_comes_back_from_their_bank_has_an_order()
    {
        var scenario = service.Others.Add(new Scenario { PaymentStatus = "requiresAction" });
        var order = (await (await service.Anonymous().PlaceOrderAsync(scenario)).JsonAsync()).GetProperty("id").GetGuid();

        await service.Broker.PublishAsync(new PaymentAuthorized(scenario.Paid.First(), order, new MoneyDto(OrderClient.Total, "USD"), DateTimeOffset.UtcNow));

        await service.BecomesAsync(scenario, "status", "Confirmed");
        (await service.Broker.HearAsync(order, "order.confirmed.v1")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_buyer_whose_bank_refuses_gets_the_cart_back()
    {
        var scenario = service.Others.Add(new Scenario { PaymentStatus = "requiresAction" });
        var order = (await (await service.Anonymous().PlaceOrderAsync(scenario)).JsonAsync()).GetProperty("id").GetGuid();

        await service.Broker.PublishAsync(new PaymentFailed(scenario.Paid.First(), order, "payment.declined", DateTimeOffset.UtcNow));

        await service.BecomesAsync(scenario, "step", "Released");
        scenario.Unfrozen.ShouldContain(order);
        scenario.Voided.ShouldContain(scenario.Paid.First());
    }

    [Fact]
    public async Task A_buyer_who_does_not_come_back_loses_the_order_and_keeps_the_cart()
    {
        var scenario = service.Others.Add(new Scenario { PaymentStatus = "requiresAction" });
        await service.Anonymous().PlaceOrderAsync(scenario);
        await using (var command = service.Database.CreateCommand("UPDATE orders SET placed_at = placed_at - interval '31 minutes', next_step_at = now() WHERE cart_id = $1"))
        {
            command.Parameters.Add(new() { Value = scenario.CartId });
            await command.ExecuteNonQueryAsync();
        }

        await service.BecomesAsync(scenario, "step", "Released");
        (await service.StatusAsync(scenario)).ShouldBe("Expired");
        scenario.Unfrozen.ShouldHaveSingleItem();
        scenario.PaymentStatus = "authorized";
        (await service.Anonymous().PlaceOrderAsync(scenario)).StatusCode.ShouldBe(HttpStatusCode.Created);
    }
}
