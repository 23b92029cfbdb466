using System.Net;
using Ecommerce.PaymentService.Domain;
using Ecommerce.Testing.Probing;
using Npgsql;

namespace Ecommerce.PaymentService.Tests;

public sealed class MoneyBackTests(PaymentServiceFixture fixture) : PaymentTest(fixture)
{
    [Fact]
    public async Task A_capture_whose_answer_is_lost_is_one_capture()
    {
        var request = Request();
        await AuthorizeAsync(request);
        await FaultAnyAsync("/v1/payment_intents/*/capture");
        await OperateAsync(Operation(request.PaymentId, OperationKind.Capture, 4200));

        (await StatusAsync(request.PaymentId, "captured")).Captured.Amount.ShouldBe(4200);
        (await AtProviderAsync(request.OrderId)).GetProperty("captured").GetInt64().ShouldBe(4200);
    }

    [Fact]
    public async Task Racing_refunds_never_give_back_more_than_was_captured()
    {
        var request = Request(amount: 1000);
        await AuthorizeAsync(request);
        await OperateAsync(Operation(request.PaymentId, OperationKind.Capture, 1000));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => OperateAsync(Operation(request.PaymentId, OperationKind.Refund, 300))));

        await Eventually.HoldsAsync(
            async () => await ScalarAsync<long>("SELECT count(*) FROM payment_operations WHERE payment_id = $1 AND state = 'Requested'", request.PaymentId) == 0,
            "all refunds are decided");
        (await GetAsync(request.PaymentId)).Refunded.Amount.ShouldBe(900);
        (await AtProviderAsync(request.OrderId)).GetProperty("refunded").GetInt64().ShouldBe(900);
        (await ScalarAsync<long>("SELECT count(*) FROM payment_operations WHERE payment_id = $1 AND state = 'Refused'", request.PaymentId)).ShouldBe(5);
    }

    [Fact]
    public async Task Partial_captures_sum_to_the_total()
    {
        var request = Request(amount: 1000);
        await AuthorizeAsync(request);
        await OperateAsync(Operation(request.PaymentId, OperationKind.Capture, 400));
        await StatusAsync(request.PaymentId, "partiallyCaptured");
        await OperateAsync(Operation(request.PaymentId, OperationKind.Capture, 600));
        (await StatusAsync(request.PaymentId, "captured")).Captured.Amount.ShouldBe(1000);
    }

    [Fact]
    public async Task Voiding_cancels_a_reservation_and_may_be_repeated()
    {
        var request = Request();
        await AuthorizeAsync(request);
        using var first = await VoidAsync(request);
        using var second = await VoidAsync(request);
        first.StatusCode.ShouldBe(System.Net.HttpStatusCode.OK, await first.Content.ReadAsStringAsync());
        second.StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
        (await GetAsync(request.PaymentId)).Status.ShouldBe("voided");
        (await AtProviderAsync(request.OrderId)).GetProperty("authorized").GetInt64().ShouldBe(0);
    }

    [Fact]
    public async Task Voiding_refunds_what_was_captured()
    {
        var request = Request();
        await AuthorizeAsync(request);
        await OperateAsync(Operation(request.PaymentId, OperationKind.Capture, 4200));
        await StatusAsync(request.PaymentId, "captured");
        using var response = await VoidAsync(request);
        response.StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
        (await GetAsync(request.PaymentId)).Status.ShouldBe("refunded");
        (await AtProviderAsync(request.OrderId)).GetProperty("refunded").GetInt64().ShouldBe(4200);
    }

    [Fact]
    public async Task A_payment_that_is_given_up_before_it_begins_is_never_charged()
    {
        var request = Request();
        using var response = await VoidAsync(request);
        response.StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
        (await AuthorizeAsync(request)).Status.ShouldBe("voided");
        (await Fixture.Sandbox.GetStringAsync($"/sandbox/stripe/summary?order={request.OrderId}")).ShouldNotContain(request.OrderId.ToString());
    }

    [Fact]
    public async Task The_ledger_cannot_be_changed()
    {
        var request = Request();
        await AuthorizeAsync(request);
        await Should.ThrowAsync<Npgsql.PostgresException>(() =>
            ScalarAsync<object>("UPDATE payment_ledger SET amount = 1 WHERE payment_id = $1 RETURNING 1", request.PaymentId));
    }

    private async Task FaultAnyAsync(string path)
    {
        using var response = await System.Net.Http.Json.HttpClientJsonExtensions.PutAsJsonAsync(
            Fixture.Sandbox, "/sandbox/faults", new[] { new { kind = "timeoutAfterWork", provider = "stripe", pathPrefix = path, ms = 100, count = 1 } });
        response.EnsureSuccessStatusCode();
    }
}
