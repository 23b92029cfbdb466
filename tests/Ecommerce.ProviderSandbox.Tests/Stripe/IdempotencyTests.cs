using System.Net;
using Ecommerce.ProviderSandbox.Tests.Hosting;

namespace Ecommerce.ProviderSandbox.Tests.Stripe;

public sealed class IdempotencyTests : SandboxTest
{
    [Fact]
    public async Task Two_hundred_parallel_requests_with_one_key_make_one_payment()
    {
        var replies = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Sandbox.PayAsync(key: "checkout-1")));

        var done = replies.Where(reply => reply.Status == HttpStatusCode.OK).ToList();
        replies.Except(done).ShouldAllBe(reply => reply.Status == HttpStatusCode.Conflict && reply.ErrorCode == "idempotency_key_in_use");
        done.Select(reply => reply.Body).Distinct().Count().ShouldBe(1);
        done.Count(reply => !reply.Headers.ContainsKey("Idempotent-Replayed")).ShouldBe(1);
        (await Sandbox.GetAsync("/v1/payment_intents?limit=100")).Json.GetProperty("data").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task A_key_in_use_is_a_conflict()
    {
        await Sandbox.FaultAsync("""[{"kind":"slow","provider":"stripe","ms":1000}]""");

        var replies = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Sandbox.PayAsync(key: "checkout-2")));

        replies.Count(reply => reply.Status == HttpStatusCode.OK).ShouldBe(1);
        replies.Count(reply => reply.Status == HttpStatusCode.Conflict && reply.ErrorCode == "idempotency_key_in_use").ShouldBe(4);
        (await Sandbox.PayAsync(key: "checkout-2")).Headers["Idempotent-Replayed"].ShouldBe("true");
    }

    [Fact]
    public async Task A_key_with_other_parameters_is_an_error()
    {
        await Sandbox.PayAsync(key: "checkout-3");

        var other = await Sandbox.PayAsync(key: "checkout-3", more: ("metadata[x]", "y"));

        other.Status.ShouldBe(HttpStatusCode.BadRequest);
        other.Error.GetProperty("type").GetString().ShouldBe("idempotency_error");
    }

    [Fact]
    public async Task A_refusal_by_validation_leaves_the_key_free()
    {
        (await Sandbox.PayAsync(key: "checkout-4", more: ("nonsense", "1"))).Status.ShouldBe(HttpStatusCode.BadRequest);

        (await Sandbox.PayAsync(key: "checkout-4")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_decline_is_replayed_and_charges_nothing_anew()
    {
        var first = await Sandbox.PayAsync("pm_card_chargeDeclined", "checkout-5");
        var second = await Sandbox.PayAsync("pm_card_chargeDeclined", "checkout-5");

        second.Status.ShouldBe(HttpStatusCode.PaymentRequired);
        second.Body.ShouldBe(first.Body);
        second.Headers["Original-Request"].ShouldBe(first.Headers["Request-Id"]);
    }

    [Fact]
    public async Task A_replay_shows_the_first_answer_even_after_the_payment_moved_on()
    {
        var first = await Sandbox.PayAsync(key: "checkout-6", more: ("expand[]", "latest_charge"));
        await Sandbox.CaptureAsync(first);

        (await Sandbox.PayAsync(key: "checkout-6", more: ("expand[]", "latest_charge"))).Body.ShouldBe(first.Body);
    }

    [Fact]
    public async Task A_slow_request_is_worked_off_though_its_caller_gave_up()
    {
        await Sandbox.FaultAsync("""[{"kind":"slow","provider":"stripe","ms":300,"count":1}]""");
        using var giveUp = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/payment_intents")
        {
            Content = new FormUrlEncodedContent([new("amount", "500"), new("currency", "usd")]),
        };
        request.Headers.Add("Idempotency-Key", "checkout-8");
        await Should.ThrowAsync<OperationCanceledException>(Sandbox.Http.SendAsync(request, giveUp.Token));

        await Poll.UntilAsync(
            async () => (await Sandbox.GetAsync("/v1/payment_intents")).Json.GetProperty("data").GetArrayLength() == 1, "the work is done");
    }

    [Fact]
    public async Task A_request_whose_answer_was_lost_is_found_again_by_its_key()
    {
        await Sandbox.FaultAsync("""[{"kind":"timeoutAfterWork","provider":"stripe","ms":20,"count":1}]""");
        await Should.ThrowAsync<HttpRequestException>(Sandbox.PayAsync(key: "checkout-7"));

        var again = await Sandbox.PayAsync(key: "checkout-7");

        again.Headers["Idempotent-Replayed"].ShouldBe("true");
        (await Sandbox.GetAsync("/v1/payment_intents")).Json.GetProperty("data").GetArrayLength().ShouldBe(1);
    }
}
