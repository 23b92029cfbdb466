using Ecommerce.ProviderSandbox.Tests.Hosting;

namespace Ecommerce.ProviderSandbox.Tests.Specs;

/// <summary>Drives each operation once; the client compares request and response with the official schemas.</summary>
public sealed class ShapeTests : SandboxTest
{
    [Fact]
    public async Task Every_operation_of_Stripe_has_the_official_shape()
    {
        SpecFolder.SkipUnlessThere();
        var customer = await Sandbox.PostFormAsync(
            "/v1/customers", null, ("email", "ada@example.com"), ("name", "Ada"), ("address[city]", "London"), ("address[country]", "GB"),
            ("shipping[name]", "Ada"), ("shipping[address][line1]", "1 Row"), ("metadata[user_id]", "u1"));
        await Sandbox.PostFormAsync($"/v1/customers/{customer["id"]}", null, ("phone", "+1555"));
        await Sandbox.GetAsync($"/v1/customers/{customer["id"]}");
        await Sandbox.GetAsync("/v1/customers?limit=3&email=ada@example.com");
        var method = await Sandbox.PostFormAsync(
            "/v1/payment_methods", null, ("type", "card"), ("card[number]", "4242424242424242"), ("card[exp_month]", "12"),
            ("card[exp_year]", "2034"), ("card[cvc]", "123"), ("billing_details[address][line1]", "1 Row"));
        await Sandbox.PostFormAsync($"/v1/payment_methods/{method["id"]}", null, ("metadata[a]", "b"));
        await Sandbox.PostFormAsync($"/v1/payment_methods/{method["id"]}/attach", null, ("customer", customer["id"]), ("expand[]", "customer"));
        await Sandbox.GetAsync($"/v1/payment_methods/{method["id"]}");
        await Sandbox.GetAsync($"/v1/payment_methods?customer={customer["id"]}");
        await Sandbox.GetAsync($"/v1/customers/{customer["id"]}/payment_methods?limit=1");

        var payment = await Sandbox.PayAsync(method["id"], null, [
            ("customer", customer["id"]), ("description", "Order 1"), ("metadata[order_id]", "o1"), ("setup_future_usage", "off_session"),
            ("shipping[name]", "Ada"), ("shipping[address][line1]", "1 Row"), ("receipt_email", "ada@example.com"),
            ("expand[]", "latest_charge.balance_transaction"), ("expand[]", "customer"), ("expand[]", "payment_method")]);
        payment.Json.GetProperty("latest_charge").GetProperty("object").GetString().ShouldBe("charge");
        var id = payment["id"];
        await Sandbox.GetAsync($"/v1/payment_intents/{id}");
        await Sandbox.PostFormAsync($"/v1/payment_intents/{id}", null, ("metadata[x]", "y"));
        await Sandbox.GetAsync($"/v1/payment_intents?customer={customer["id"]}&limit=1&expand[]=data.latest_charge");
        await Sandbox.GetAsync("/v1/payment_intents/search?query=" + Uri.EscapeDataString("metadata['order_id']:'o1'"));
        await Sandbox.CaptureAsync(payment, ("amount_to_capture", "1500"), ("final_capture", "true"));
        var charge = payment.Json.GetProperty("latest_charge").GetProperty("id").GetString();
        var read = await Sandbox.GetAsync($"/v1/charges/{charge}?expand[]=payment_intent");
        await Sandbox.GetAsync($"/v1/charges?payment_intent={id}");
        await Sandbox.GetAsync($"/v1/balance_transactions/{read["balance_transaction"]}");
        var refund = await Sandbox.PostFormAsync("/v1/refunds", null, ("payment_intent", id), ("amount", "10"), ("metadata[r]", "1"), ("expand[]", "charge"));
        await Sandbox.GetAsync($"/v1/refunds/{refund["id"]}");
        await Sandbox.PostFormAsync($"/v1/refunds/{refund["id"]}", null, ("metadata[r]", "2"));
        await Sandbox.GetAsync($"/v1/refunds?charge={charge}");

        var open = await Sandbox.PostFormAsync("/v1/payment_intents", null, ("amount", "500"), ("currency", "eur"), ("payment_method", "pm_card_threeDSecure2Required"));
        await Sandbox.PostFormAsync($"/v1/payment_intents/{open["id"]}/confirm", null, ("return_url", "https://shop.example/"));
        await Sandbox.PostFormAsync($"/v1/payment_intents/{open["id"]}/cancel", null, ("cancellation_reason", "abandoned"));
        await Sandbox.PayAsync("pm_card_chargeDeclined");
        await Sandbox.PayAsync("pm_card_threeDSecure2Required");
        var setup = await Sandbox.PostFormAsync("/v1/setup_intents", null, ("customer", customer["id"]), ("usage", "off_session"));
        await Sandbox.PostFormAsync(
            $"/v1/setup_intents/{setup["id"]}/confirm", null, ("payment_method", "pm_card_authenticationRequired"), ("return_url", "https://shop.example/"));
        await Sandbox.GetAsync($"/v1/setup_intents/{setup["id"]}");
        await Sandbox.GetAsync("/v1/setup_intents?limit=1");
        await Sandbox.PostFormAsync($"/v1/setup_intents/{setup["id"]}/cancel", null);
        var events = await Sandbox.GetAsync("/v1/events?limit=100");
        await Sandbox.GetAsync($"/v1/events/{events.Json.GetProperty("data")[0].GetProperty("id").GetString()}");
        await Sandbox.PostFormAsync($"/v1/payment_methods/{method["id"]}/detach", null);
        (await Sandbox.Http.DeleteAsync(new Uri($"/v1/customers/{customer["id"]}", UriKind.Relative), TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        await Sandbox.GetAsync($"/v1/customers/{customer["id"]}");

        Sandbox.CheckedOperations.Count.ShouldBe(34);
    }

    [Fact]
    public void The_checker_sees_what_is_wrong()
    {
        SpecFolder.SkipUnlessThere();
        var spec = SpecFolder.OfStripe();
        var schema = spec.Definition("Refund");
        var wrong = System.Text.Json.JsonSerializer.Deserialize<System.Text.Json.JsonElement>("""{"id":1,"object":"charge","reason":"because"}""");

        var problems = spec.Check(wrong, schema);

        problems.ShouldContain("$.id: 1 is not string");
        problems.ShouldContain("$.object: \"charge\" is not refund");
        problems.ShouldContain("$: amount is missing");
        problems.ShouldContain(problem => problem.StartsWith("$.reason"));
    }
}
