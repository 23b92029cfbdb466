using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ecommerce.Contracts;
using Ecommerce.Contracts.Order.Internal;
using Ecommerce.Contracts.Payment;
using Ecommerce.Messaging.Consuming;
using Ecommerce.ReturnService.Application.FollowPayments;
using Ecommerce.ReturnService.Infrastructure.Persistence;
using Ecommerce.Testing.Hosting;
using Ecommerce.Testing.Probing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Ecommerce.ReturnService.Tests;

public sealed class ReturnTests(ReturnServiceFixture fixture)
{
    private readonly Guid _customer = Guid.CreateVersion7();

    private HttpClient Customer => fixture.With(TestTokens.Customer(_customer));

    private HttpClient Support { get; } = fixture.With(TestTokens.Staff("support"));

    [Fact]
    public async Task Thirty_racing_requests_never_claim_more_than_was_bought()
    {
        var order = fixture.Sell(_customer);
        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => RequestAsync(order, 0, 1)));
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Created).ShouldBe(3);
        answers.Count(answer => answer.StatusCode == HttpStatusCode.UnprocessableEntity).ShouldBe(27);
    }

    [Fact]
    public async Task Several_returns_pay_back_exactly_what_was_paid_with_shipping_at_the_end()
    {
        var order = fixture.Sell(_customer);
        var refunds = new List<long>();
        foreach (var (line, quantity) in new[] { (0, 1), (1, 1), (0, 1), (0, 1) })
        {
            refunds.Add(await ReturnAsync(order, line, quantity));
        }

        refunds.ShouldBe([333, 500, 334, 832]);
        refunds.Sum().ShouldBe(1999);
    }

    [Fact]
    public async Task Of_sixteen_inspections_at_the_same_time_one_counts_and_none_fails()
    {
        var order = fixture.Sell(_customer);
        var id = await ReceivedAsync(order, 0, 3);
        var inspection = new { lines = new[] { new { lineId = order.Lines[0].LineId, outcome = "restock", quantity = 3 } } };

        // All of them get as far as they can before the first one is let on.
        await using var connection = await fixture.Database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var hold = new NpgsqlCommand("SELECT 1 FROM order_returns WHERE id = $1 FOR UPDATE", connection) { Parameters = { new() { Value = order.OrderId } } };
        await hold.ExecuteNonQueryAsync();
        var sent = Enumerable.Range(0, 16).Select(_ => Support.SendAsync(Post($"/api/v1/returns/{id}/inspect", inspection))).ToList();
        await Eventually.HoldsAsync(async () => await WaitingAsync() == 16, "all inspections wait for the order's row");
        await transaction.CommitAsync();
        var answers = await Task.WhenAll(sent);

        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.OK || answer.StatusCode == HttpStatusCode.Conflict);
        answers.ShouldContain(answer => answer.StatusCode == HttpStatusCode.OK);
        var inspected = await Support.GetFromJsonAsync<JsonElement>($"/api/v1/returns/{id}");
        inspected.GetProperty("refund").GetProperty("amount").GetInt64().ShouldBe(1000);
    }

    [Theory]
    [InlineData("""{"orderId":"01970000-0000-7000-8000-000000000000","lines":[null]}""", "lines[0]")]
    [InlineData("""{"orderId":"01970000-0000-7000-8000-000000000000","lines":[{"lineId":"01970000-0000-7000-8000-000000000000","quantity":1,"reason":"damaged"},null]}""", "lines[1]")]
    public async Task A_null_in_a_list_is_refused_with_its_place(string body, string field)
    {
        using var message = Post("/api/v1/returns", new { });
        message.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        using var response = await Customer.SendAsync(message);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        problem.GetProperty("code").GetString().ShouldBe("request.malformed");
        problem.GetProperty("errors").EnumerateObject().Single().Name.ShouldBe(field);
    }

    [Fact]
    public async Task A_refund_ends_the_return_and_a_refused_one_shows()
    {
        var order = fixture.Sell(_customer);
        var id = await ReceivedAsync(order, 0, 1);
        await InspectAsync(id, order, 0, 1, "restock");
        await HandleAsync(new RefundFailed(order.PaymentId!.Value, order.OrderId, id, "refund.refused", TimeProvider.System.GetUtcNow()));
        (await StatusAsync(id)).ShouldBe("refundFailed");
        await HandleAsync(new PaymentRefunded(
            order.PaymentId!.Value, order.OrderId, id, new MoneyDto(333, "USD"), new MoneyDto(333, "USD"), TimeProvider.System.GetUtcNow()));
        (await StatusAsync(id)).ShouldBe("refunded");
    }

    [Fact]
    public async Task Rejected_goods_are_not_paid_back_and_a_cancelled_return_gives_its_units_free()
    {
        var order = fixture.Sell(_customer);
        var id = await ReceivedAsync(order, 1, 1);
        (await InspectAsync(id, order, 1, 1, "reject")).ShouldBe(0);
        (await StatusAsync(id)).ShouldBe("closed");

        var first = await IdAsync(await RequestAsync(order, 0, 3));
        using var cancelled = await Customer.PostAsync($"/api/v1/returns/{first}/cancel", null);
        cancelled.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var second = await RequestAsync(order, 0, 3);
        second.StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Late_foreign_malformed_and_anonymous_requests_are_refused()
    {
        var late = fixture.Sell(_customer, TimeProvider.System.GetUtcNow().AddDays(-31));
        (await RequestAsync(late, 0, 1)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var foreign = fixture.Sell(Guid.CreateVersion7());
        (await RequestAsync(foreign, 0, 1)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await RequestAsync(late, 0, 0)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await fixture.Anonymous().GetAsync("/api/v1/returns")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        var id = await IdAsync(await RequestAsync(fixture.Sell(_customer), 0, 1));
        (await Customer.PostAsync($"/api/v1/returns/{id}/approve", null)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await fixture.With(TestTokens.Customer(Guid.CreateVersion7())).GetAsync($"/api/v1/returns/{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Support.GetAsync($"/api/v1/returns/{id}")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Returns_of_who_is_forgotten_keep_their_amounts_and_one_that_is_not_over_keeps_its_address()
    {
        var order = fixture.Sell(_customer);
        var over = await IdAsync(await RequestAsync(order, 0, 1));
        var open = await IdAsync(await RequestAsync(order, 0, 1));
        using var cancelled = await Customer.PostAsync($"/api/v1/returns/{over}/cancel", null);
        cancelled.StatusCode.ShouldBe(HttpStatusCode.OK, await cancelled.Content.ReadAsStringAsync());
        (await fixture.ExportAsync(_customer)).GetProperty("returns").GetArrayLength().ShouldBe(2);

        (await fixture.EraseAsync(_customer)).ShouldBeFalse();
        (await TextAsync(over)).ShouldNotContain("1 Street");
        (await TextAsync(over)).ShouldNotContain(_customer.ToString());
        (await TextAsync(open)).ShouldContain("1 Street");
        using var refused = await Support.PostAsJsonAsync($"/api/v1/returns/{open}/reject", new { reason = "late" });
        refused.StatusCode.ShouldBe(HttpStatusCode.OK, await refused.Content.ReadAsStringAsync());
        (await fixture.EraseAsync(_customer)).ShouldBeTrue();
        (await TextAsync(open)).ShouldNotContain("1 Street");
        (await fixture.ExportStatusesAsync()).ShouldBe("403 403 401");
    }

    private async Task<long> WaitingAsync()
    {
        await using var command = fixture.Database.CreateCommand("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private async Task<string> TextAsync(Guid id)
    {
        await using var command = fixture.Database.CreateCommand($"SELECT to_jsonb(r)::text FROM returns r WHERE id = '{id}'");
        return (string)(await command.ExecuteScalarAsync())!;
    }

    private async Task<long> ReturnAsync(OrderDto order, int line, int quantity) =>
        await InspectAsync(await ReceivedAsync(order, line, quantity), order, line, quantity, "scrap");

    private async Task<Guid> ReceivedAsync(OrderDto order, int line, int quantity)
    {
        var id = await IdAsync(await RequestAsync(order, line, quantity));
        foreach (var step in new[] { "approve", "receive" })
        {
            using var response = await Support.PostAsync($"/api/v1/returns/{id}/{step}", null);
            response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
        }

        return id;
    }

    private async Task<long> InspectAsync(Guid id, OrderDto order, int line, int quantity, string outcome)
    {
        using var message = Post($"/api/v1/returns/{id}/inspect", new { lines = new[] { new { lineId = order.Lines[line].LineId, outcome, quantity } } });
        using var response = await Support.SendAsync(message);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("refund").GetProperty("amount").GetInt64();
    }

    private async Task<HttpResponseMessage> RequestAsync(OrderDto order, int line, int quantity)
    {
        using var message = Post(
            "/api/v1/returns", new { orderId = order.OrderId, lines = new[] { new { lineId = order.Lines[line].LineId, quantity, reason = "damaged" } } });
        return await Customer.SendAsync(message);
    }

    private static HttpRequestMessage Post(string path, object body)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        message.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        return message;
    }

    private static async Task<Guid> IdAsync(HttpResponseMessage response)
    {
        response.StatusCode.ShouldBe(HttpStatusCode.Created, await response.Content.ReadAsStringAsync());
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }

    private async Task<string?> StatusAsync(Guid id) =>
        (await Support.GetFromJsonAsync<JsonElement>($"/api/v1/returns/{id}")).GetProperty("status").GetString();

    private async Task HandleAsync(IIntegrationEvent integrationEvent)
    {
        await using var scope = fixture.Services.CreateAsyncScope();
        var about = new EventContext(Guid.NewGuid(), "", "test", integrationEvent.Subject, TimeProvider.System.GetUtcNow());
        await (integrationEvent switch
        {
            PaymentRefunded done => ActivatorUtilities.CreateInstance<PaymentRefundedHandler>(scope.ServiceProvider).HandleAsync(done, about, default),
            RefundFailed failed => ActivatorUtilities.CreateInstance<RefundFailedHandler>(scope.ServiceProvider).HandleAsync(failed, about, default),
            _ => throw new ArgumentException("Nobody handles it.", nameof(integrationEvent)),
        });
        await scope.ServiceProvider.GetRequiredService<ReturnDbContext>().SaveChangesAsync();
    }
}
