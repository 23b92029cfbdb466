using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ecommerce.Contracts;
using Ecommerce.Testing.Hosting;

namespace Ecommerce.PaymentService.Tests;

public sealed class AuthorizationTests(PaymentServiceFixture fixture) : PaymentTest(fixture)
{
    [Fact]
    public async Task Two_hundred_parallel_authorizations_of_one_payment_are_one_charge()
    {
        var request = Request();
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => AuthorizeAsync(request)));

        answers.ShouldContain(answer => answer.Status == "authorized");
        answers.ShouldAllBe(answer => answer.Status == "authorized" || answer.Status == "pending");
        (await StatusAsync(request.PaymentId, "authorized")).Amount.Amount.ShouldBe(4200);
        var there = await AtProviderAsync(request.OrderId);
        there.GetProperty("intents").GetInt32().ShouldBe(1);
        there.GetProperty("authorized").GetInt64().ShouldBe(4200);
        (await ScalarAsync<long>("SELECT count(*) FROM payment_ledger WHERE payment_id = $1", request.PaymentId)).ShouldBe(1);
    }

    [Fact]
    public async Task A_timeout_after_the_work_is_one_charge_and_becomes_known()
    {
        var request = Request();
        await FaultAsync(request.OrderId, "/v1/payment_intents", "timeoutAfterWork", 1);

        (await AuthorizeAsync(request)).Status.ShouldBe("pending");
        await StatusAsync(request.PaymentId, "authorized");
        (await AtProviderAsync(request.OrderId)).GetProperty("intents").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task A_declined_card_is_an_answer_and_not_an_error()
    {
        var declined = await AuthorizeAsync(Request("pm_card_chargeDeclinedInsufficientFunds"));
        declined.Status.ShouldBe("failed");
        declined.FailureCode.ShouldBe("payment.insufficient_funds");
    }

    [Fact]
    public async Task A_buyer_who_comes_back_from_their_bank_has_paid()
    {
        var request = Request("pm_card_threeDSecure2Required", returnUrl: "https://shop.example/back");
        var waiting = await AuthorizeAsync(request);
        waiting.Status.ShouldBe("requiresAction");
        waiting.NextActionUrl.ShouldNotBeNull();

        var intent = await ScalarAsync<string>("SELECT provider_reference FROM payments WHERE id = $1", request.PaymentId);
        using var decided = await Fixture.Sandbox.PostAsJsonAsync($"/sandbox/stripe/payment_intents/{intent}/authenticate", new { outcome = "success" });
        decided.EnsureSuccessStatusCode();
        await StatusAsync(request.PaymentId, "authorized");
    }

    [Fact]
    public async Task An_authorization_without_an_outcome_outside_of_the_call_publishes_nothing()
    {
        var request = Request();
        await AuthorizeAsync(request);
        (await ScalarAsync<long>("SELECT count(*) FROM outbox_messages WHERE data LIKE '%' || $1::text || '%'", request.PaymentId)).ShouldBe(0);
    }

    [Fact]
    public async Task The_same_id_for_another_amount_is_a_conflict()
    {
        var request = Request();
        await AuthorizeAsync(request);
        using var response = await Service.PostAsJsonAsync("/internal/v1/payments", request with { Amount = new MoneyDto(1, "USD") });
        response.StatusCode.ShouldBe(System.Net.HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Bad_input_is_refused_and_only_services_may_ask()
    {
        using var bad = await Service.PostAsJsonAsync("/internal/v1/payments", Request() with { Amount = new MoneyDto(-1, "XXX") });
        bad.StatusCode.ShouldBe(System.Net.HttpStatusCode.BadRequest);
        using var guest = await Fixture.Anonymous().PostAsJsonAsync("/internal/v1/payments", Request());
        guest.StatusCode.ShouldBe(System.Net.HttpStatusCode.Unauthorized);
        using var customer = await Fixture.With(TestTokens.Customer(Guid.CreateVersion7())).PostAsJsonAsync("/internal/v1/payments", Request());
        customer.StatusCode.ShouldBe(System.Net.HttpStatusCode.Forbidden);

        var request = Request();
        await AuthorizeAsync(request);
        using var nosy = await Fixture.With(TestTokens.Customer(Guid.CreateVersion7())).GetAsync($"/api/v1/payments/{request.PaymentId}");
        nosy.StatusCode.ShouldBe(System.Net.HttpStatusCode.Forbidden);
        var seen = await Fixture.With(TestTokens.Staff("support")).GetFromJsonAsync<JsonElement>($"/api/v1/payments/{request.PaymentId}");
        seen.GetProperty("ledger").GetArrayLength().ShouldBe(1);
    }
}
