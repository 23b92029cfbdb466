using System.Security.Cryptography;
using System.Text;
using Ecommerce.ProviderSandbox.Tests.Hosting;
using Ecommerce.ProviderSandbox.Tests.Specs;

namespace Ecommerce.ProviderSandbox.Tests.Stripe;

public sealed class WebhookTests : SandboxTest
{
    [Fact]
    public async Task The_course_of_a_payment_is_told_in_order_and_signed()
    {
        var payment = await Sandbox.PayAsync(key: "key-1");
        await Sandbox.CaptureAsync(payment);
        await Sandbox.PostFormAsync("/v1/refunds", null, ("payment_intent", payment["id"]));

        await Poll.UntilAsync(() => Sandbox.Receiver.On("/stripe").Count >= 5, "five events");

        Sandbox.Receiver.StripeTypes().ShouldBe(
            ["payment_intent.amount_capturable_updated", "charge.captured", "payment_intent.succeeded", "refund.created", "charge.refunded"]);
        Sandbox.Receiver.On("/stripe").ShouldAllBe(webhook => IsSigned(webhook));
        Sandbox.Receiver.On("/stripe")[0].Json.GetProperty("request").GetProperty("idempotency_key").GetString().ShouldBe("key-1");
    }

    [Fact]
    public async Task An_unacknowledged_event_is_sent_again_with_the_same_id()
    {
        Sandbox.Receiver.RefuseNext(3);

        await Sandbox.PayAsync();

        await Poll.UntilAsync(() => Sandbox.Receiver.On("/stripe").Count == 4, "three refusals and a success");
        Sandbox.Receiver.On("/stripe").Select(webhook => webhook.Text).Distinct().Count().ShouldBe(1);
        var log = await DeliveredAsync(1);
        log.GetProperty("attempts").GetInt32().ShouldBe(4);
        log.GetProperty("status").GetString().ShouldBe("delivered");
    }

    [Fact]
    public async Task An_event_is_repeated_when_told_so()
    {
        await Sandbox.FaultAsync("""[{"kind":"repeatWebhook","provider":"stripe","n":2,"match":{"type":"payment_intent.succeeded"}}]""");

        await Sandbox.CaptureAsync(await Sandbox.PayAsync());

        await Poll.UntilAsync(() => Sandbox.Receiver.StripeTypes().Count(type => type == "payment_intent.succeeded") == 3, "three times the same");
        Sandbox.Receiver.StripeTypes().Count(type => type == "charge.captured").ShouldBe(1);
    }

    [Fact]
    public async Task Events_come_in_the_wrong_order_when_told_so()
    {
        await Sandbox.FaultAsync("""[{"kind":"reorderWebhooks","provider":"stripe","count":1,"match":{"type":"payment_intent.amount_capturable_updated"}}]""");

        await Sandbox.CaptureAsync(await Sandbox.PayAsync());

        await Poll.UntilAsync(() => Sandbox.Receiver.On("/stripe").Count == 3, "all events");
        Sandbox.Receiver.StripeTypes().ShouldBe(["charge.captured", "payment_intent.amount_capturable_updated", "payment_intent.succeeded"]);
    }

    [Fact]
    public async Task A_held_event_comes_alone_where_no_other_follows()
    {
        await Sandbox.FaultAsync("""[{"kind":"reorderWebhooks","ms":50}]""");

        await Sandbox.PayAsync();

        await Poll.UntilAsync(() => Sandbox.Receiver.On("/stripe").Count == 1, "the held event");
    }

    [Fact]
    public async Task An_event_is_dropped_or_delayed_when_told_so()
    {
        await Sandbox.FaultAsync("""
            [{"kind":"dropWebhook","match":{"type":"charge.captured"}},
             {"kind":"delayWebhook","ms":300,"match":{"type":"payment_intent.amount_capturable_updated"}}]
            """);

        await Sandbox.CaptureAsync(await Sandbox.PayAsync());

        await Poll.UntilAsync(() => Sandbox.Receiver.On("/stripe").Count == 2, "the other events");
        Sandbox.Receiver.StripeTypes().ShouldBe(["payment_intent.succeeded", "payment_intent.amount_capturable_updated"]);
        (await Sandbox.GetAsync("/sandbox/webhooks?status=dropped")).Json.GetProperty("items").EnumerateArray().Single()
            .GetProperty("type").GetString().ShouldBe("charge.captured");
    }

    [Fact]
    public async Task All_events_are_kept_for_those_who_ask()
    {
        var payment = await Sandbox.PayAsync();

        var events = (await Sandbox.GetAsync("/v1/events?types[]=payment_intent.created&types[]=charge.succeeded")).Json.GetProperty("data");

        events.GetArrayLength().ShouldBe(2);
        events[1].GetProperty("data").GetProperty("object").GetProperty("id").GetString().ShouldBe(payment["id"]);
        (await Sandbox.GetAsync($"/v1/events/{events[0].GetProperty("id").GetString()}"))["type"].ShouldBe("charge.succeeded");
    }

    [Fact]
    public async Task Every_event_has_the_official_shape()
    {
        SpecFolder.SkipUnlessThere();
        var customer = await Sandbox.PostFormAsync("/v1/customers", null, ("email", "ada@example.com"));
        await Sandbox.PayAsync("pm_card_chargeDeclined", null, ("customer", customer["id"]));
        await Sandbox.PayAsync("pm_card_threeDSecure2Required", null, ("return_url", "https://shop.example/"));
        var canceled = await Sandbox.PayAsync();
        await Sandbox.PostFormAsync($"/v1/payment_intents/{canceled["id"]}/cancel", null);
        var taken = await Sandbox.PayAsync("pm_card_refundFail");
        await Sandbox.CaptureAsync(taken);
        await Sandbox.PostFormAsync("/v1/refunds", null, ("payment_intent", taken["id"]));
        await Poll.UntilAsync(() => Sandbox.Receiver.StripeTypes().Contains("refund.failed"), "the last event");

        var events = (await Sandbox.GetAsync("/v1/events?limit=100")).Json.GetProperty("data").EnumerateArray().ToList();

        events.Select(item => item.GetProperty("type").GetString()).Distinct().Count().ShouldBeGreaterThan(12);
        foreach (var item in events)
        {
            SpecFolder.OfStripe().Check(item, SpecFolder.OfStripe().Webhook(item.GetProperty("type").GetString()!)).ShouldBeEmpty(item.ToString());
        }
    }

    private static bool IsSigned(Received webhook)
    {
        var parts = webhook.Headers["Stripe-Signature"].Split(',');
        var stamp = parts[0]["t=".Length..];
        var expected = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Hosting.Sandbox.StripeSecret), (byte[])[.. Encoding.UTF8.GetBytes(stamp + "."), .. webhook.Body]);
        return parts[1] == "v1=" + Convert.ToHexStringLower(expected)
            && Math.Abs(DateTimeOffset.UtcNow.ToUnixTimeSeconds() - long.Parse(stamp, System.Globalization.CultureInfo.InvariantCulture)) < 300;
    }

    private async Task<System.Text.Json.JsonElement> DeliveredAsync(int count)
    {
        await Poll.UntilAsync(
            async () => (await Sandbox.GetAsync("/sandbox/webhooks?status=delivered")).Json.GetProperty("items").GetArrayLength() == count,
            "the log shows it");
        return (await Sandbox.GetAsync("/sandbox/webhooks")).Json.GetProperty("items")[0];
    }
}
