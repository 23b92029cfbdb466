using System.Net;
using Ecommerce.ProviderSandbox.Tests.Hosting;

namespace Ecommerce.ProviderSandbox.Tests.Stripe;

public sealed class AuthenticationTests : SandboxTest
{
    [Fact]
    public async Task The_buyer_approves_on_the_banks_page_and_comes_back()
    {
        var payment = await AskAsync();
        payment["status"].ShouldBe("requires_action");
        var page = new Uri(payment.Json.GetProperty("next_action").GetProperty("redirect_to_url").GetProperty("url").GetString()!).PathAndQuery;
        (await Sandbox.GetAsync(page)).Body.ShouldContain("Approve");

        var back = await DecideAsync(payment, page, "success");

        back.Status.ShouldBe(HttpStatusCode.SeeOther);
        back.Headers["Location"].ShouldBe(
            $"https://shop.example/return?payment_intent={payment["id"]}&payment_intent_client_secret={payment["client_secret"]}&redirect_status=succeeded");
        (await ReadAsync(payment))["status"].ShouldBe("requires_capture");
    }

    [Fact]
    public async Task The_buyer_declines_on_the_banks_page()
    {
        var payment = await AskAsync();
        var page = new Uri(payment.Json.GetProperty("next_action").GetProperty("redirect_to_url").GetProperty("url").GetString()!).PathAndQuery;

        (await DecideAsync(payment, page, "fail")).Headers["Location"].ShouldEndWith("redirect_status=failed");

        var failed = await ReadAsync(payment);
        failed["status"].ShouldBe("requires_payment_method");
        failed.Json.GetProperty("last_payment_error").GetProperty("code").GetString().ShouldBe("payment_intent_authentication_failure");
        await Poll.UntilAsync(() => Sandbox.Receiver.StripeTypes().Contains("payment_intent.payment_failed"), "the failure is told");
    }

    [Fact]
    public async Task The_banks_page_opens_only_with_its_secret()
    {
        var payment = await AskAsync();

        (await Sandbox.GetAsync($"/sandbox/stripe/3ds/{payment["id"]}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("success", "requires_capture")]
    [InlineData("fail", "requires_payment_method")]
    public async Task A_test_decides_by_the_control_api(string outcome, string status)
    {
        var payment = await AskAsync();

        var decided = await Sandbox.PostJsonAsync($"/sandbox/stripe/payment_intents/{payment["id"]}/authenticate", $$"""{"outcome":"{{outcome}}"}""");

        decided.Status.ShouldBe(HttpStatusCode.OK);
        decided["status"].ShouldBe(status);
        (await Sandbox.PostJsonAsync($"/sandbox/stripe/payment_intents/{payment["id"]}/authenticate", """{"outcome":"success"}"""))
            .Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Off_session_a_card_that_needs_its_owner_is_declined()
    {
        var declined = await Sandbox.PayAsync("pm_card_authenticationRequired", null, ("off_session", "true"));

        declined.Status.ShouldBe(HttpStatusCode.PaymentRequired);
        declined.ErrorCode.ShouldBe("authentication_required");
    }

    [Fact]
    public async Task A_card_may_be_declined_after_its_owner_approved()
    {
        var payment = await AskAsync("pm_card_authenticationRequiredChargeDeclinedInsufficientFunds");

        var decided = await Sandbox.PostJsonAsync($"/sandbox/stripe/payment_intents/{payment["id"]}/authenticate", """{"outcome":"success"}""");

        decided["status"].ShouldBe("requires_payment_method");
        decided.Json.GetProperty("last_payment_error").GetProperty("decline_code").GetString().ShouldBe("insufficient_funds");
    }

    [Fact]
    public async Task A_setup_is_authenticated_too()
    {
        var setup = await Sandbox.PostFormAsync(
            "/v1/setup_intents", null, ("payment_method", "pm_card_authenticationRequiredOnSetup"), ("confirm", "true"), ("return_url", "https://shop.example/return"));
        setup["status"].ShouldBe("requires_action");

        var done = await Sandbox.PostJsonAsync($"/sandbox/stripe/setup_intents/{setup["id"]}/authenticate", """{"outcome":"success"}""");

        done["status"].ShouldBe("succeeded");
        (await Sandbox.PayAsync(done["payment_method"], null, ("off_session", "true")))["status"].ShouldBe("requires_capture");
    }

    private Task<Reply> AskAsync(string card = "pm_card_threeDSecure2Required") =>
        Sandbox.PayAsync(card, null, ("return_url", "https://shop.example/return"));

    private Task<Reply> ReadAsync(Reply payment) => Sandbox.GetAsync($"/v1/payment_intents/{payment["id"]}");

    private Task<Reply> DecideAsync(Reply payment, string page, string outcome) =>
        Sandbox.PostFormAsync(page.Split('?')[0], null, ("client_secret", payment["client_secret"]), ("outcome", outcome));
}
