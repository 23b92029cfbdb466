using System.Net;
using Ecommerce.ProviderSandbox.Tests.Hosting;

namespace Ecommerce.ProviderSandbox.Tests.Stripe;

public sealed class PaymentTests : SandboxTest
{
    [Fact]
    public async Task A_payment_is_authorized_captured_and_refunded()
    {
        var payment = await Sandbox.PayAsync();
        payment["status"].ShouldBe("requires_capture");
        payment["amount_capturable"].ShouldBe("1999");
        payment.Headers["Request-Id"].ShouldStartWith("req_");

        var captured = await Sandbox.CaptureAsync(payment);
        captured["status"].ShouldBe("succeeded");
        captured["amount_received"].ShouldBe("1999");

        var refund = await Sandbox.PostFormAsync("/v1/refunds", null, ("payment_intent", payment["id"]), ("amount", "500"), ("reason", "requested_by_customer"));
        refund["status"].ShouldBe("succeeded");
        var charge = await Sandbox.GetAsync($"/v1/charges/{payment["latest_charge"]}?expand[]=balance_transaction");
        charge["amount_refunded"].ShouldBe("500");
        charge.Json.GetProperty("balance_transaction").GetProperty("amount").GetInt64().ShouldBe(1999);
    }

    [Fact]
    public async Task An_automatic_payment_succeeds_at_once()
    {
        var payment = await Sandbox.PayAsync(more: ("capture_method", "automatic"));

        payment["status"].ShouldBe("succeeded");
        payment["amount_received"].ShouldBe("1999");
    }

    [Fact]
    public async Task A_capture_above_the_authorized_amount_is_refused()
    {
        var payment = await Sandbox.PayAsync();

        var refused = await Sandbox.CaptureAsync(payment, ("amount_to_capture", "2000"));

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.ErrorCode.ShouldBe("amount_too_large");
        (await Sandbox.GetAsync($"/v1/payment_intents/{payment["id"]}"))["status"].ShouldBe("requires_capture");
    }

    [Fact]
    public async Task A_partial_capture_releases_the_rest()
    {
        var payment = await Sandbox.PayAsync();

        var captured = await Sandbox.CaptureAsync(payment, ("amount_to_capture", "1000"));

        captured["status"].ShouldBe("succeeded");
        captured["amount_received"].ShouldBe("1000");
        captured["amount_capturable"].ShouldBe("0");
        (await Sandbox.CaptureAsync(payment)).ErrorCode.ShouldBe("payment_intent_unexpected_state");
    }

    [Fact]
    public async Task A_multicapture_takes_several_times_and_never_more_than_authorized()
    {
        var payment = await Sandbox.PayAsync(more: ("payment_method_options[card][request_multicapture]", "if_available"));

        (await Sandbox.CaptureAsync(payment, ("amount_to_capture", "1000"), ("final_capture", "false")))["status"].ShouldBe("requires_capture");
        (await Sandbox.CaptureAsync(payment, ("amount_to_capture", "1000"))).ErrorCode.ShouldBe("amount_too_large");
        var last = await Sandbox.CaptureAsync(payment, ("amount_to_capture", "999"));

        last["status"].ShouldBe("succeeded");
        last["amount_received"].ShouldBe("1999");
    }

    [Fact]
    public async Task Refunds_in_parallel_never_exceed_what_was_captured()
    {
        var payment = await Sandbox.PayAsync();
        await Sandbox.CaptureAsync(payment, ("amount_to_capture", "1000"));

        var refunds = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ =>
            Sandbox.PostFormAsync("/v1/refunds", null, ("payment_intent", payment["id"]), ("amount", "150"))));

        refunds.Count(refund => refund.Status == HttpStatusCode.OK).ShouldBe(6);
        var over = refunds.First(refund => refund.Status != HttpStatusCode.OK);
        over.Status.ShouldBe(HttpStatusCode.BadRequest);
        over.ErrorCode.ShouldBe("amount_too_large");
        var list = await Sandbox.GetAsync($"/v1/refunds?payment_intent={payment["id"]}&limit=100");
        list.Json.GetProperty("data").EnumerateArray().Sum(refund => refund.GetProperty("amount").GetInt64()).ShouldBe(900);
    }

    [Fact]
    public async Task A_charge_that_is_refunded_whole_is_not_refunded_again()
    {
        var payment = await Sandbox.PayAsync();
        await Sandbox.CaptureAsync(payment);
        await Sandbox.PostFormAsync("/v1/refunds", null, ("charge", payment["latest_charge"]));

        var again = await Sandbox.PostFormAsync("/v1/refunds", null, ("charge", payment["latest_charge"]));

        again.ErrorCode.ShouldBe("charge_already_refunded");
    }

    [Fact]
    public async Task An_authorization_cannot_be_refunded_before_it_is_captured()
    {
        var payment = await Sandbox.PayAsync();

        (await Sandbox.PostFormAsync("/v1/refunds", null, ("payment_intent", payment["id"]))).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_canceled_payment_holds_nothing_and_stays_canceled()
    {
        var payment = await Sandbox.PayAsync();

        var canceled = await Sandbox.PostFormAsync($"/v1/payment_intents/{payment["id"]}/cancel", null, ("cancellation_reason", "requested_by_customer"));

        canceled["status"].ShouldBe("canceled");
        canceled["amount_capturable"].ShouldBe("0");
        (await Sandbox.CaptureAsync(payment)).ErrorCode.ShouldBe("payment_intent_unexpected_state");
    }

    [Theory]
    [InlineData("pm_card_chargeDeclined", "card_declined", "generic_decline")]
    [InlineData("pm_card_chargeDeclinedInsufficientFunds", "card_declined", "insufficient_funds")]
    [InlineData("pm_card_visa_chargeDeclinedLostCard", "card_declined", "lost_card")]
    [InlineData("pm_card_chargeDeclinedExpiredCard", "expired_card", null)]
    public async Task A_declining_card_leaves_the_payment_without_a_method(string card, string code, string? declineCode)
    {
        var declined = await Sandbox.PayAsync(card);

        declined.Status.ShouldBe(HttpStatusCode.PaymentRequired);
        declined.Error.GetProperty("type").GetString().ShouldBe("card_error");
        declined.ErrorCode.ShouldBe(code);
        (declined.Error.TryGetProperty("decline_code", out var shown) ? shown.GetString() : null).ShouldBe(declineCode);
        var intent = declined.Error.GetProperty("payment_intent");
        intent.GetProperty("status").GetString().ShouldBe("requires_payment_method");

        var retried = await Sandbox.PostFormAsync($"/v1/payment_intents/{intent.GetProperty("id")}/confirm", null, ("payment_method", "pm_card_mastercard"));
        retried["status"].ShouldBe("requires_capture");
    }

    [Fact]
    public async Task An_unknown_parameter_is_refused()
    {
        var refused = await Sandbox.PayAsync(more: ("payment_method_types[]", "card"));

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.ErrorCode.ShouldBe("parameter_unknown");
    }

    [Theory]
    [InlineData("amount", "12.5", "parameter_invalid_integer")]
    [InlineData("amount", "49", "amount_too_small")]
    [InlineData("amount", "100000000", "amount_too_large")]
    [InlineData("currency", "xxx", null)]
    [InlineData("capture_method", "later", null)]
    [InlineData("confirm", "maybe", null)]
    [InlineData("expand[]", "latest_charge.nothing", null)]
    public async Task A_wrong_parameter_is_refused(string name, string value, string? code)
    {
        var refused = await Sandbox.PayAsync(more: (name, value));

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.ErrorCode.ShouldBe(code);
    }

    [Fact]
    public async Task A_payment_that_may_redirect_needs_a_return_url()
    {
        var refused = await Sandbox.PostFormAsync(
            "/v1/payment_intents", null, ("amount", "1999"), ("currency", "eur"), ("confirm", "true"), ("payment_method", "pm_card_visa"));

        refused.Error.GetProperty("param").GetString().ShouldBe("return_url");
        (await Sandbox.GetAsync("/v1/payment_intents")).Json.GetProperty("data").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Without_a_test_key_nothing_is_done()
    {
        Sandbox.Http.DefaultRequestHeaders.Authorization = null;
        (await Sandbox.PayAsync()).Status.ShouldBe(HttpStatusCode.Unauthorized);

        Sandbox.Http.DefaultRequestHeaders.Authorization = new("Bearer", "sk_live_real");
        (await Sandbox.PayAsync()).Status.ShouldBe(HttpStatusCode.Unauthorized);

        var basic = Convert.ToBase64String("sk_test_basic:"u8);
        Sandbox.Http.DefaultRequestHeaders.Authorization = new("Basic", basic);
        (await Sandbox.PayAsync()).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Lists_are_paged_newest_first()
    {
        var ids = new List<string>();
        for (var index = 0; index < 5; index++)
        {
            ids.Insert(0, (await Sandbox.PayAsync())["id"]);
        }

        var seen = new List<string>();
        var more = true;
        while (more)
        {
            var page = await Sandbox.GetAsync("/v1/payment_intents?limit=2" + (seen.Count == 0 ? "" : "&starting_after=" + seen[^1]));
            seen.AddRange(page.Json.GetProperty("data").EnumerateArray().Select(item => item.GetProperty("id").GetString()!));
            more = page.Json.GetProperty("has_more").GetBoolean();
        }

        seen.ShouldBe(ids);
    }

    [Fact]
    public async Task Payments_are_found_by_their_metadata()
    {
        var wanted = await Sandbox.PayAsync(more: ("metadata[order_id]", "o-1"));
        await Sandbox.PayAsync(more: ("metadata[order_id]", "o-2"));

        var found = await Sandbox.GetAsync("/v1/payment_intents/search?query=" + Uri.EscapeDataString("metadata['order_id']:'o-1' AND status:'requires_capture'"));

        found.Json.GetProperty("data").EnumerateArray().Single().GetProperty("id").GetString().ShouldBe(wanted["id"]);
    }

    [Fact]
    public async Task An_update_changes_metadata_key_by_key()
    {
        var payment = await Sandbox.PayAsync(more: [("metadata[a]", "1"), ("metadata[b]", "2")]);

        var updated = await Sandbox.PostFormAsync($"/v1/payment_intents/{payment["id"]}", null, ("metadata[a]", ""), ("metadata[c]", "3"));

        updated["metadata"].ShouldBe("""{"b":"2","c":"3"}""");
    }

    [Fact]
    public async Task A_saved_card_pays_again_without_its_owner()
    {
        var customer = await Sandbox.PostFormAsync("/v1/customers", null, ("email", "ada@example.com"), ("metadata[user_id]", "u1"));
        var setup = await Sandbox.PostFormAsync(
            "/v1/setup_intents", null, ("customer", customer["id"]), ("payment_method", "pm_card_visa"), ("confirm", "true"),
            ("automatic_payment_methods[enabled]", "true"), ("automatic_payment_methods[allow_redirects]", "never"));
        setup["status"].ShouldBe("succeeded");

        var methods = await Sandbox.GetAsync($"/v1/customers/{customer["id"]}/payment_methods");
        var method = methods.Json.GetProperty("data").EnumerateArray().Single().GetProperty("id").GetString()!;
        method.ShouldBe(setup["payment_method"]);
        (await Sandbox.PayAsync(method, null, ("customer", customer["id"]), ("off_session", "true")))["status"].ShouldBe("requires_capture");
        (await Sandbox.PayAsync(method)).Status.ShouldBe(HttpStatusCode.BadRequest);

        (await Sandbox.PostFormAsync($"/v1/payment_methods/{method}/detach", null)).Json.GetProperty("customer").GetString().ShouldBeNull();
    }

    [Fact]
    public async Task A_refund_may_pend_first_and_succeed_later()
    {
        var payment = await Sandbox.PayAsync("pm_card_pendingRefund");
        await Sandbox.CaptureAsync(payment);

        var refund = await Sandbox.PostFormAsync("/v1/refunds", null, ("payment_intent", payment["id"]));
        refund["status"].ShouldBe("pending");

        await Poll.UntilAsync(async () => (await Sandbox.GetAsync($"/v1/refunds/{refund["id"]}"))["status"] == "succeeded", "the refund succeeds");
        await Poll.UntilAsync(() => Sandbox.Receiver.StripeTypes().Contains("refund.updated"), "refund.updated is delivered");
    }

    [Fact]
    public async Task The_summary_proves_one_charge_per_order()
    {
        await Sandbox.PayAsync("pm_card_chargeDeclined", null, ("metadata[order_id]", "o-1"));
        var payment = await Sandbox.PayAsync(more: ("metadata[order_id]", "o-1"));
        await Sandbox.CaptureAsync(payment);
        await Sandbox.PayAsync(more: ("metadata[order_id]", "o-2"));
        await Sandbox.PayAsync(more: ("metadata[order_id]", "o-2"));

        var all = (await Sandbox.GetAsync("/sandbox/stripe/summary")).Json;
        all.GetProperty("orders").GetProperty("o-1").GetRawText().ShouldBe("""{"intents":2,"live":1,"authorized":0,"captured":1999,"refunded":0}""");
        all.GetProperty("currencies").GetProperty("usd").GetProperty("authorized").GetRawText().ShouldBe("""{"count":2,"sum":3998}""");
        var twice = (await Sandbox.GetAsync("/sandbox/stripe/summary?duplicates=true")).Json.GetProperty("orders");
        twice.EnumerateObject().Single().Name.ShouldBe("o-2");
    }
}
