using System.Net;
using Ecommerce.OrderService.Tests.Fixture;
using Ecommerce.Testing.Hosting;
using Ecommerce.Testing.Probing;

namespace Ecommerce.OrderService.Tests;

public sealed class CheckoutTests(OrderServiceFixture service)
{
    [Fact]
    public async Task An_order_is_confirmed_while_the_buyer_waits()
    {
        var scenario = service.Others.Add(new Scenario());
        var response = await service.Anonymous().PlaceOrderAsync(scenario);

        response.StatusCode.ShouldBe(HttpStatusCode.Created);
        var order = await response.JsonAsync();
        order.GetProperty("status").GetString().ShouldBe("confirmed");
        order.GetProperty("paymentStatus").GetString().ShouldBe("authorized");
        order.GetProperty("totals").GetProperty("total").GetInt64().ShouldBe(OrderClient.Total);
        scenario.Paid.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_hundred_double_clicks_make_one_order_and_one_charge()
    {
        var scenario = service.Others.Add(new Scenario());
        var client = service.Anonymous();

        var responses = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => client.PlaceOrderAsync(scenario)));

        responses.ShouldAllBe(response => (int)response.StatusCode >= 200 && (int)response.StatusCode < 300);
        (await CountOrdersAsync(scenario)).ShouldBe(1);
        scenario.Paid.Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_repeated_key_is_answered_with_the_first_answer_byte_for_byte()
    {
        var scenario = service.Others.Add(new Scenario());
        var client = service.Anonymous();
        var first = await client.PlaceOrderAsync(scenario, key: "once");
        var second = await client.PlaceOrderAsync(scenario, key: "once");

        second.StatusCode.ShouldBe(HttpStatusCode.Created);
        second.Headers.GetValues("Idempotency-Replayed").ShouldBe(["true"]);
        (await second.Content.ReadAsStringAsync()).ShouldBe(await first.Content.ReadAsStringAsync());
        (await (await client.PlaceOrderAsync(scenario, key: "once", total: 1)).CodeAsync()).ShouldBe("idempotency.key_reused");
    }

    [Fact]
    public async Task A_changed_total_is_refused_with_the_new_one_and_nothing_is_held()
    {
        var scenario = service.Others.Add(new Scenario());
        var response = await service.Anonymous().PlaceOrderAsync(scenario, total: 100);

        response.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var problem = await response.JsonAsync();
        problem.GetProperty("code").GetString().ShouldBe("order.total_changed");
        problem.GetProperty("total").GetProperty("amount").GetInt64().ShouldBe(OrderClient.Total);
        scenario.Reserved.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_declined_card_gives_everything_back_and_the_cart_can_be_ordered_again()
    {
        var scenario = service.Others.Add(new Scenario { PaymentStatus = "failed" });
        var client = service.Anonymous();
        var declined = await client.PlaceOrderAsync(scenario);

        declined.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await declined.CodeAsync()).ShouldBe("payment.declined");
        scenario.Released.Count.ShouldBe(1);
        scenario.Voided.Count.ShouldBe(1);
        scenario.Unfrozen.Count.ShouldBe(1);

        scenario.PaymentStatus = "authorized";
        (await client.PlaceOrderAsync(scenario)).StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Stock_that_is_gone_refuses_the_order_and_charges_nothing()
    {
        var scenario = service.Others.Add(new Scenario { OutOfStock = true });
        var response = await service.Anonymous().PlaceOrderAsync(scenario);

        (await response.CodeAsync()).ShouldBe("stock.insufficient");
        scenario.Paid.ShouldBeEmpty();
        scenario.Unfrozen.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_payment_service_that_is_down_delays_the_order_and_the_worker_confirms_it()
    {
        var scenario = service.Others.Add(new Scenario { PaymentFailures = 4 });
        var response = await service.Anonymous().PlaceOrderAsync(scenario);
        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var order = await response.JsonAsync();
        order.GetProperty("status").GetString().ShouldBe("pending");
        response.Headers.Location!.ToString().ShouldEndWith(order.GetProperty("id").GetGuid().ToString());

        // A guest can follow it.
        using var followed = await service.Anonymous().GetAsync($"{response.Headers.Location}?accessToken={order.GetProperty("accessToken").GetString()}&email=ada@example.com");
        followed.StatusCode.ShouldBe(HttpStatusCode.OK);

        await Eventually.HoldsAsync(async () => await service.StatusAsync(scenario) == "Confirmed", "the order is confirmed", TimeSpan.FromSeconds(60));
        scenario.Paid.Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_buyer_who_has_to_prove_themselves_is_told_where_to_go()
    {
        var scenario = service.Others.Add(new Scenario { PaymentStatus = "requiresAction" });
        var response = await service.Anonymous().PlaceOrderAsync(scenario);

        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var order = await response.JsonAsync();
        order.GetProperty("status").GetString().ShouldBe("awaitingPayment");
        order.GetProperty("nextAction").GetProperty("url").GetString().ShouldBe("https://bank.example/3ds");
    }

    [Theory]
    [InlineData("""{"name":"","line1":"1","city":"x","country":"HK"}""", "shippingAddress.name")]
    [InlineData("""{"name":"A","line1":"1","city":"x","country":"usa"}""", "shippingAddress.country")]
    [InlineData("""{"name":"A","line1":"1","city":"x","country":"HK","planet":"Earth"}""", "planet")]
    [InlineData("null", "shippingAddress")]
    public async Task Bad_input_is_refused_by_field(string address, string field)
    {
        var scenario = service.Others.Add(new Scenario());
        var response = await service.Anonymous().PlaceOrderAsync(scenario, address: System.Text.Json.JsonDocument.Parse(address).RootElement);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.JsonAsync()).GetProperty("errors").EnumerateObject().Select(error => error.Name).ShouldContain(field);
    }

    [Fact]
    public async Task An_order_is_read_by_its_owner_its_guest_and_support_and_by_nobody_else()
    {
        var customer = Guid.NewGuid();
        var owned = await PlaceAsync(new Scenario { CustomerId = customer });
        var guests = await PlaceAsync(new Scenario());
        var token = guests.GetProperty("accessToken").GetString();

        async Task<HttpStatusCode> GetAsync(HttpClient client, string path) => (await client.GetAsync(path)).StatusCode;

        var ownedPath = $"/api/v1/orders/{owned.GetProperty("id").GetString()}";
        var guestPath = $"/api/v1/orders/{guests.GetProperty("id").GetString()}";
        (await GetAsync(service.With(TestTokens.Customer(customer)), ownedPath)).ShouldBe(HttpStatusCode.OK);
        (await GetAsync(service.With(TestTokens.Staff("support")), ownedPath)).ShouldBe(HttpStatusCode.OK);
        (await GetAsync(service.With(TestTokens.Customer(Guid.NewGuid())), ownedPath)).ShouldBe(HttpStatusCode.NotFound);
        (await GetAsync(service.With(TestTokens.Staff("merchandiser")), ownedPath)).ShouldBe(HttpStatusCode.NotFound);
        (await GetAsync(service.Anonymous(), ownedPath)).ShouldBe(HttpStatusCode.NotFound);
        (await GetAsync(service.Anonymous(), $"{guestPath}?accessToken={token}&email=ada@example.com")).ShouldBe(HttpStatusCode.OK);
        (await GetAsync(service.Anonymous(), $"{guestPath}?accessToken={token}&email=eve@example.com")).ShouldBe(HttpStatusCode.NotFound);
        (await GetAsync(service.Anonymous(), guestPath)).ShouldBe(HttpStatusCode.NotFound);
        (await GetAsync(service.With(TestTokens.Customer(customer)), "/api/v1/orders/search")).ShouldBe(HttpStatusCode.Forbidden);
        (await GetAsync(service.With(TestTokens.Staff("support")), "/api/v1/orders/search?status=confirmed")).ShouldBe(HttpStatusCode.OK);
        (await GetAsync(service.With(TestTokens.Staff("support")), "/api/v1/orders/search?status=7")).ShouldBe(HttpStatusCode.BadRequest);
        (await GetAsync(service.Anonymous(), "/api/v1/orders")).ShouldBe(HttpStatusCode.Unauthorized);
        (await GetAsync(service.With(TestTokens.Staff("admin")), ownedPath.Replace("/api/", "/internal/"))).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Health_names_the_service_and_the_API_is_documented()
    {
        var client = service.Anonymous();
        (await client.GetStringAsync("/health")).ShouldBe("""{"status":"ok","service":"order-service"}""");
        (await client.GetStringAsync("/openapi/v1.json")).ShouldContain("PlaceOrder");
    }

    private async Task<System.Text.Json.JsonElement> PlaceAsync(Scenario scenario)
    {
        service.Others.Add(scenario);
        var client = scenario.CustomerId is { } id ? service.With(TestTokens.Customer(id)) : service.Anonymous();
        return await (await client.PlaceOrderAsync(scenario)).JsonAsync();
    }

    private async Task<long> CountOrdersAsync(Scenario scenario)
    {
        await using var command = service.Database.CreateCommand("SELECT count(*) FROM orders WHERE cart_id = $1");
        command.Parameters.Add(new() { Value = scenario.CartId });
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
