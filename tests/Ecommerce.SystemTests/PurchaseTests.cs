using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ecommerce.Testing.Probing;

namespace Ecommerce.SystemTests;

public sealed class PurchaseTests(Shop shop)
{
    [Fact]
    public async Task A_customer_shops_from_registration_to_refund()
    {
        // Browse and search.
        var found = await GetAsync(shop.Gateway, "/api/v1/products?q=tent&limit=5");
        var slug = found.GetProperty("items")[0].GetProperty("slug").GetString();
        var product = await GetAsync(shop.Gateway, $"/api/v1/products/{slug}");
        var sku = product.GetProperty("variants")[0].GetProperty("sku").GetString()!;

        // A guest's cart becomes the customer's.
        var guest = await (await Basket.OpenAsync(shop.Gateway)).AddAsync(sku);
        var (customer, email) = await shop.RegisterAsync();
        var basket = await Basket.OpenAsync(customer);
        (await customer.PostAsJsonAsync($"/api/v1/carts/{basket.Id}/merge", new { guestCartId = guest.Id, guestCartToken = guest.Token })).EnsureSuccessStatusCode();
        await basket.AddAsync(sku);
        (await basket.ApplyCouponAsync("WELCOME10")).EnsureSuccessStatusCode();

        // Order.
        var placed = await basket.OrderAsync();
        placed.StatusCode.ShouldBe(HttpStatusCode.Created, await placed.Content.ReadAsStringAsync());
        var order = await placed.Content.ReadFromJsonAsync<JsonElement>();
        var orderId = order.GetProperty("id").GetGuid();
        order.GetProperty("status").GetString().ShouldBe("confirmed");
        order.GetProperty("lines")[0].GetProperty("quantity").GetInt32().ShouldBe(2);
        order.GetProperty("totals").GetProperty("discount").GetInt64().ShouldBeGreaterThan(0);
        var total = order.GetProperty("totals").GetProperty("total").GetInt64();
        await shop.WaitForMailAsync("guest@example.com", order.GetProperty("number").GetString()!);

        // Ship.
        var support = await shop.StaffAsync("support");
        var shipment = await Eventually.GetAsync(
            async () => (await GetAsync(support, $"/api/v1/shipments?orderId={orderId}")).GetProperty("items"), items => items.GetArrayLength() == 1, "there is a shipment");
        var shipmentPath = $"/api/v1/shipments/{shipment[0].GetProperty("id").GetString()}";
        await PostAsync(support, shipmentPath + "/label");
        await PostAsync(support, shipmentPath + "/dispatch");
        await OrderReachesAsync(customer, orderId, "paymentStatus", "paid");

        // Follow it to the door.
        var tracking = (await GetAsync(support, shipmentPath)).GetProperty("trackingNumber").GetString();
        foreach (var status in new[] { "TRANSIT", "DELIVERED" })
        {
            (await shop.Sandbox.PostAsJsonAsync($"/sandbox/shippo/tracks/{tracking}/advance", new { status })).EnsureSuccessStatusCode();
        }

        await OrderReachesAsync(customer, orderId, "status", "completed");

        // Return it all.
        var line = order.GetProperty("lines")[0].GetProperty("lineId").GetString();
        var request = await PostAsync(customer, "/api/v1/returns", new { orderId, lines = new[] { new { lineId = line, quantity = 2, reason = "doesNotFit" } } });
        var returnPath = $"/api/v1/returns/{request.GetProperty("id").GetString()}";
        await PostAsync(support, returnPath + "/approve");
        await PostAsync(support, returnPath + "/receive");
        await PostAsync(support, returnPath + "/inspect", new { lines = new[] { new { lineId = line, quantity = 2, outcome = "restock" } } });
        await Eventually.HoldsAsync(
            async () => (await GetAsync(customer, returnPath)).GetProperty("status").GetString() == "refunded", "the return is refunded");
        await OrderReachesAsync(customer, orderId, "paymentStatus", "refunded");

        // The books agree.
        var charges = (await shop.ChargesOfAsync(orderId)).ToString();
        charges.ShouldContain(total.ToString(System.Globalization.CultureInfo.InvariantCulture));
        (await shop.QueryAsync<long>("orderdb", "SELECT refunded_total FROM orders WHERE id = $1", orderId)).ShouldBe(total);
        await Eventually.HoldsAsync(
            async () => (await GetAsync(customer, "/api/v1/users/me/activity?limit=50")).ToString().Contains("return.refunded", StringComparison.Ordinal),
            "the history ends with the refund");
        email.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Of_a_cancellation_and_a_dispatch_at_the_same_time_one_wins_and_goods_and_money_follow_it()
    {
        const int Rounds = 6;
        var sku = await shop.AnySkuAsync(0);
        var support = await shop.StaffAsync("support");
        for (var round = 0; round < Rounds; round++)
        {
            using var placed = await (await (await Basket.OpenAsync(shop.Gateway)).AddAsync(sku)).OrderAsync();
            var order = (await placed.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
            var shipment = await Eventually.GetAsync(
                async () => (await GetAsync(support, $"/api/v1/shipments?orderId={order}")).GetProperty("items"), items => items.GetArrayLength() == 1, "there is a shipment");
            var path = $"/api/v1/shipments/{shipment[0].GetProperty("id").GetString()}";
            await PostAsync(support, path + "/label");
            using var cancellation = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/orders/{order}/cancel")
            {
                Headers = { { "Idempotency-Key", Guid.NewGuid().ToString() } },
                Content = JsonContent.Create(new { reason = "changedMind" }),
            };

            var cancelling = support.SendAsync(cancellation);
            var dispatching = support.PostAsync(path + "/dispatch", null);
            var (cancelled, dispatched) = ((await cancelling).StatusCode, (await dispatching).StatusCode);

            (cancelled, dispatched).ShouldBeOneOf((HttpStatusCode.OK, HttpStatusCode.Conflict), (HttpStatusCode.Conflict, HttpStatusCode.OK));
            var (goods, money) = cancelled == HttpStatusCode.OK ? ("cancelled", "voided") : ("dispatched", "paid");
            await Eventually.HoldsAsync(async () => (await GetAsync(support, path)).GetProperty("status").GetString() == goods, $"the shipment is {goods}");
            await OrderReachesAsync(support, order, "paymentStatus", money);
        }
    }

    [Theory]
    [InlineData("POST", "/api/v1/carts", """{"currency":"nope"}""", 400)]
    [InlineData("POST", "/api/v1/carts", "not json", 400)]
    [InlineData("POST", "/api/v1/auth/login", """{"email":"a@b.c","password":"x","admin":true}""", 400)]
    [InlineData("POST", "/api/v1/auth/login", """{"email":"nobody@example.com","password":"wrong wrong wrong"}""", 401)]
    [InlineData("POST", "/api/v1/auth/register", """{"email":"no address","password":"short","name":""}""", 400)]
    [InlineData("GET", "/api/v1/products?limit=1000", null, 400)]
    [InlineData("GET", "/api/v1/products?cursor=forged", null, 400)]
    [InlineData("GET", "/api/v1/products/no-such-thing", null, 404)]
    [InlineData("GET", "/api/v1/orders", null, 401)]
    [InlineData("GET", "/api/v1/orders/01970000-0000-7000-8000-000000000000", null, 404)]
    [InlineData("POST", "/api/v1/orders", "{}", 400)]
    [InlineData("POST", "/api/v1/returns", "{}", 401)]
    [InlineData("GET", "/internal/v1/orders/01970000-0000-7000-8000-000000000000", null, 404)]
    [InlineData("GET", "/no/such/route", null, 404)]
    public async Task Bad_input_gets_a_problem_document_with_a_code(string method, string path, string? body, int status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null)
        {
            request.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        }

        var response = await shop.Gateway.SendAsync(request);

        ((int)response.StatusCode).ShouldBe(status);
        response.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json");
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        problem.GetProperty("code").GetString().ShouldNotBeNullOrEmpty();
        problem.GetProperty("traceId").GetString().ShouldNotBeNullOrEmpty();
    }

    private static async Task<JsonElement> GetAsync(HttpClient client, string path)
    {
        var response = await client.GetAsync(path);
        response.IsSuccessStatusCode.ShouldBeTrue($"GET {path}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static async Task<JsonElement> PostAsync(HttpClient client, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Headers = { { "Idempotency-Key", Guid.NewGuid().ToString() } } };
        request.Content = body is null ? null : JsonContent.Create(body);
        var response = await client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        response.IsSuccessStatusCode.ShouldBeTrue($"POST {path}: {(int)response.StatusCode} {text}");
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
    }

    private static Task OrderReachesAsync(HttpClient customer, Guid orderId, string property, string value) => Eventually.HoldsAsync(
        async () => (await GetAsync(customer, $"/api/v1/orders/{orderId}")).GetProperty(property).GetString() == value, $"the order's {property} is {value}");
}
