using System.Diagnostics;
using System.Net;
using Ecommerce.ProviderSandbox.Tests.Hosting;

namespace Ecommerce.ProviderSandbox.Tests.Control;

public sealed class FaultTests : SandboxTest
{
    [Fact]
    public async Task A_provider_fails_as_often_as_told()
    {
        await Sandbox.FaultAsync("""[{"kind":"fail","status":503,"provider":"stripe","method":"POST","pathPrefix":"/v1/payment_intents","count":2}]""");

        (await Sandbox.PayAsync()).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await Sandbox.GetAsync("/v1/payment_intents")).Status.ShouldBe(HttpStatusCode.OK);
        (await Sandbox.PayAsync()).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await Sandbox.PayAsync()).Status.ShouldBe(HttpStatusCode.OK);
        (await Sandbox.GetAsync("/sandbox/faults")).Json[0].GetProperty("hits").GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task A_slow_provider_answers_later()
    {
        await Sandbox.FaultAsync("""[{"kind":"slow","ms":250,"provider":"shippo"},{"kind":"slow","ms":250,"provider":"stripe"}]""");

        var watch = Stopwatch.StartNew();
        await Sandbox.GetAsync("/tracks/usps/1");
        watch.ElapsedMilliseconds.ShouldBeGreaterThanOrEqualTo(240);
        watch.Restart();
        (await Sandbox.PayAsync()).Status.ShouldBe(HttpStatusCode.OK);
        watch.ElapsedMilliseconds.ShouldBeGreaterThanOrEqualTo(240);
    }

    [Fact]
    public async Task A_dropped_connection_did_no_work()
    {
        await Sandbox.FaultAsync("""[{"kind":"dropConnection","provider":"stripe","count":1}]""");

        await Should.ThrowAsync<HttpRequestException>(Sandbox.PayAsync());

        (await Sandbox.GetAsync("/v1/payment_intents")).Json.GetProperty("data").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_timeout_after_work_did_the_work()
    {
        await Sandbox.FaultAsync("""[{"kind":"timeoutAfterWork","ms":30,"provider":"shippo","count":1}]""");

        await Should.ThrowAsync<HttpRequestException>(Sandbox.PostJsonAsync("/tracks", """{"carrier":"usps","tracking_number":"42"}"""));

        (await Sandbox.PostJsonAsync("/sandbox/shippo/tracks/42/advance", "{}")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_rule_strikes_one_order_only()
    {
        await Sandbox.FaultAsync("""[{"kind":"fail","status":500,"match":{"metadata[order_id]":"o-2","amount":"1999"}}]""");

        (await Sandbox.PayAsync(more: ("metadata[order_id]", "o-1"))).Status.ShouldBe(HttpStatusCode.OK);
        (await Sandbox.PayAsync(more: ("metadata[order_id]", "o-2"))).Status.ShouldBe(HttpStatusCode.InternalServerError);
        (await Sandbox.PayAsync(more: [("metadata[order_id]", "o-2"), ("amount", "2999")])).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_rule_strikes_one_kind_of_call_by_its_path()
    {
        await Sandbox.FaultAsync("""[{"kind":"fail","status":500,"pathPrefix":"/v1/payment_intents/*/capture","skip":1}]""");
        var payment = await Sandbox.PayAsync(more: ("payment_method_options[card][request_multicapture]", "if_available"));

        (await Sandbox.CaptureAsync(payment, ("amount_to_capture", "100"), ("final_capture", "false"))).Status.ShouldBe(HttpStatusCode.OK);
        (await Sandbox.CaptureAsync(payment)).Status.ShouldBe(HttpStatusCode.InternalServerError);
    }

    [Fact]
    public async Task A_seeded_probability_draws_the_same_each_time()
    {
        async Task<string> DrawAsync()
        {
            await Sandbox.FaultAsync("""[{"kind":"fail","status":500,"probability":0.5,"seed":7}]""");
            var drawn = "";
            for (var index = 0; index < 20; index++)
            {
                drawn += (await Sandbox.GetAsync("/tracks/usps/1")).Status == HttpStatusCode.OK ? "." : "x";
            }

            return drawn;
        }

        var first = await DrawAsync();

        first.ShouldContain("x");
        first.ShouldContain(".");
        (await DrawAsync()).ShouldBe(first);
    }

    [Theory]
    [InlineData("""[{"kind":"explode"}]""")]
    [InlineData("""[{"provider":"stripe"}]""")]
    [InlineData("""[{"kind":"fail"}]""")]
    [InlineData("""[{"kind":"fail","status":200}]""")]
    [InlineData("""[{"kind":"slow"}]""")]
    [InlineData("""[{"kind":"slow","ms":5,"provider":"nobody"}]""")]
    [InlineData("""[{"kind":"slow","ms":5,"colour":"red"}]""")]
    [InlineData("""[{"kind":"dropWebhook","pathPrefix":"/v1"}]""")]
    [InlineData("[null]")]
    [InlineData("not json")]
    public async Task A_rule_that_makes_no_sense_is_refused(string rules) =>
        (await Sandbox.SendJsonAsync(HttpMethod.Put, "/sandbox/faults", rules)).Status.ShouldBe(HttpStatusCode.BadRequest);

    [Fact]
    public async Task The_listed_rules_can_be_put_back_and_deleted()
    {
        await Sandbox.FaultAsync("""[{"kind":"slow","ms":5},{"kind":"dropWebhook","provider":"stripe"}]""");
        var listed = await Sandbox.GetAsync("/sandbox/faults");

        (await Sandbox.SendJsonAsync(HttpMethod.Put, "/sandbox/faults", listed.Body)).Body.ShouldBe(listed.Body);
        (await Sandbox.SendJsonAsync(HttpMethod.Delete, "/sandbox/faults", "")).Status.ShouldBe(HttpStatusCode.NoContent);
        (await Sandbox.GetAsync("/sandbox/faults")).Body.ShouldBe("[]");
    }

    [Fact]
    public async Task A_reset_forgets_everything()
    {
        await Sandbox.PayAsync(key: "k");
        await Sandbox.FaultAsync("""[{"kind":"slow","ms":5}]""");

        (await Sandbox.PostJsonAsync("/sandbox/reset", "")).Status.ShouldBe(HttpStatusCode.NoContent);

        (await Sandbox.GetAsync("/sandbox/faults")).Body.ShouldBe("[]");
        (await Sandbox.GetAsync("/v1/events")).Json.GetProperty("data").GetArrayLength().ShouldBe(0);
        (await Sandbox.GetAsync("/sandbox/stripe/summary"))["payments"].ShouldBe("0");
        (await Sandbox.PayAsync(key: "k")).Headers.ContainsKey("Idempotent-Replayed").ShouldBeFalse();
    }

    [Theory]
    [InlineData("/health")]
    [InlineData("/alive")]
    public async Task Health_answers_as_every_service_does(string path) =>
        (await Sandbox.GetAsync(path)).Body.ShouldBe("""{"status":"ok","service":"provider-sandbox"}""");
}
