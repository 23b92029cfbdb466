using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ecommerce.Testing.Probing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using StackExchange.Redis;

namespace Ecommerce.CartService.Tests;

public sealed class CartTests(CartServiceFixture fixture)
{
    [Fact]
    public async Task A_hundred_parallel_adds_all_count()
    {
        var cart = await CartClient.CreateAsync(fixture.Anonymous());
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => cart.AddAsync(i % 2 == 0 ? "SKU-A" : "SKU-B")));
        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.OK);
        (await cart.QuantityAsync("SKU-A")).ShouldBe(50);
        (await cart.QuantityAsync("SKU-B")).ShouldBe(50);
        (await cart.VersionAsync()).ShouldBe(100);
        (await cart.GetAsync()).GetProperty("lines").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task An_add_that_is_repeated_under_its_key_counts_once()
    {
        var cart = await CartClient.CreateAsync(fixture.Anonymous());
        await cart.AddAsync("SKU-A");
        cart.Http.DefaultRequestHeaders.Add("Idempotency-Key", "add");
        (await cart.AddAsync("SKU-A", 2)).StatusCode.ShouldBe(HttpStatusCode.OK);

        // A crash after the work and before the answer was kept: the key is usable again.
        await using var command = fixture.Database.CreateCommand(
            "UPDATE idempotency_keys SET status_code = NULL, response = NULL, headers = NULL, locked_until = '-infinity' WHERE key = 'add'");
        (await command.ExecuteNonQueryAsync()).ShouldBe(1);
        (await cart.AddAsync("SKU-A", 2)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await cart.QuantityAsync("SKU-A")).ShouldBe(3);
    }

    [Fact]
    public async Task After_a_change_whose_answer_is_lost_no_copy_is_believed()
    {
        var cart = await CartClient.CreateAsync(fixture.Anonymous());
        await cart.AddAsync("SKU-A");
        var redis = fixture.Services.GetRequiredService<IConnectionMultiplexer>().GetDatabase();
        (await redis.KeyExistsAsync($"cart:{cart.Id}")).ShouldBeTrue();

        // The change waits for the row; then its session is gone, and nobody knows what became of it.
        await using var connection = await fixture.Database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var hold = new NpgsqlCommand("SELECT 1 FROM carts WHERE id = $1 FOR UPDATE", connection, transaction) { Parameters = { new() { Value = cart.Id } } })
        {
            await hold.ExecuteNonQueryAsync();
        }

        var change = cart.AddAsync("SKU-A");
        await Eventually.HoldsAsync(
            async () =>
            {
                await using var kill = fixture.Database.CreateCommand("""
                    SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
                    WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%change_cart(%' AND pid <> pg_backend_pid()
                    """);
                return (long)(await kill.ExecuteScalarAsync())! > 0;
            },
            "the change waits and is ended");
        (await change).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await redis.KeyExistsAsync($"cart:{cart.Id}")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_merge_that_is_called_twenty_times_at_once_sums_once_and_loses_nothing()
    {
        var guest = await CartClient.CreateAsync(fixture.Anonymous());
        await guest.AddAsync("SKU-A", 2);
        await guest.AddAsync("SKU-B", 3);
        var customer = await CartClient.CreateAsync(fixture.Customer(Guid.NewGuid()));
        await customer.AddAsync("SKU-A", 5);
        await customer.AddAsync("SKU-C", 1);
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => customer.MergeAsync(guest)));
        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.OK);
        (await customer.QuantityAsync("SKU-A")).ShouldBe(7);
        (await customer.QuantityAsync("SKU-B")).ShouldBe(3);
        (await customer.QuantityAsync("SKU-C")).ShouldBe(1);
        (await CartClient.CodeOf(await guest.AddAsync("SKU-A"))).ShouldBe("cart.merged");
    }

    [Fact]
    public async Task What_is_someone_else_s_is_not_there()
    {
        var guest = await CartClient.CreateAsync(fixture.Anonymous());
        var customer = await CartClient.CreateAsync(fixture.Customer(Guid.NewGuid()));
        var otherGuest = await CartClient.CreateAsync(fixture.Anonymous());
        foreach (var (stranger, id) in new[] { (fixture.Anonymous(), guest.Id), (otherGuest.Http, guest.Id), (guest.Http, customer.Id), (fixture.Customer(Guid.NewGuid()), customer.Id), (customer.Http, guest.Id) })
        {
            (await stranger.GetAsync($"/api/v1/carts/{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
            (await CartClient.CodeOf(await stranger.PostAsJsonAsync($"/api/v1/carts/{id}/lines", new { sku = "SKU-A" }))).ShouldBe("cart.not_found");
            (await stranger.PostAsJsonAsync($"/api/v1/carts/{id}/coupons", new { code = "ONEOFF" })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }

        var thief = await CartClient.CreateAsync(fixture.Customer(Guid.NewGuid()));
        (await thief.Http.PostAsJsonAsync($"/api/v1/carts/{thief.Id}/merge", new { guestCartId = guest.Id, guestCartToken = "guessed" })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await guest.Http.GetAsync($"/internal/v1/carts/{guest.Id}")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_customer_has_one_cart_however_often_they_ask()
    {
        var customer = Guid.NewGuid();
        var carts = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => CartClient.CreateAsync(fixture.Customer(customer))));
        carts.Select(cart => cart.Id).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task Bad_input_is_refused_with_a_code()
    {
        var cart = await CartClient.CreateAsync(fixture.Anonymous());
        (await CartClient.CodeOf(await cart.AddAsync("NONSUCH"))).ShouldBe("cart.article_unknown");
        (await CartClient.CodeOf(await cart.AddAsync("GONE"))).ShouldBe("cart.article_unavailable");
        (await cart.AddAsync("SKU-A", 0)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await CartClient.CodeOf(await cart.AddAsync("SKU-A", 10_000))).ShouldBe("validation.failed");
        await cart.AddAsync("SKU-A", 9_999);
        (await CartClient.CodeOf(await cart.AddAsync("SKU-A"))).ShouldBe("cart.quantity_too_large");
        (await cart.Http.PostAsJsonAsync("/api/v1/carts", new { currency = "XXX" })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await cart.Http.PutAsJsonAsync($"/api/v1/carts/{cart.Id}/lines/{Guid.NewGuid()}", new { quantity = 1 })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await cart.Http.PutAsJsonAsync($"/api/v1/carts/{cart.Id}/destination", new { country = "US", region = "\0" })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var stale = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/carts/{cart.Id}/destination") { Content = JsonContent.Create(new { country = "US" }) };
        stale.Headers.Add("If-Match", "\"0\"");
        (await cart.Http.SendAsync(stale)).StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
    }

    [Theory]
    [InlineData("destination", """{ "country": "DE\n" }""")]
    [InlineData("destination", """{ "country": "US", "region": "AAAAAAAAAA\n" }""")]
    [InlineData("destination", """{ "country": "US", "postalCode": "AAAAAAAAAAAAAAAAAAAA\n" }""")]
    [InlineData("destination", """{ "country": "US", "email": "a@example.com\n" }""")]
    [InlineData("destination", """{ "country": null }""")]
    [InlineData("coupons", """{ "code": "ONEOFF\n" }""")]
    [InlineData("coupons", """{ "code": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" }""")]
    [InlineData("lines", """{ "sku": "SKU-A", "quantity": 2147483648 }""")]
    [InlineData("lines", """{ "sku": "", "quantity": 1 }""")]
    [InlineData("merge", """{ "guestCartId": "00000000-0000-0000-0000-000000000001", "guestCartToken": "" }""")]
    public async Task Odd_texts_and_numbers_are_refused_and_not_stored(string path, string body)
    {
        var cart = await CartClient.CreateAsync(fixture.Customer(Guid.NewGuid()));
        using var request = new HttpRequestMessage(path == "destination" ? HttpMethod.Put : HttpMethod.Post, $"/api/v1/carts/{cart.Id}/{path}")
        {
            Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json"),
        };
        using var answer = await cart.Http.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest, await answer.Content.ReadAsStringAsync());
        (await cart.VersionAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Totals_hold_discount_shipping_and_tax_to_the_cent()
    {
        var cart = await CartClient.CreateAsync(fixture.Anonymous());
        await cart.AddAsync("SKU-A", 3);
        await cart.Http.PostAsJsonAsync($"/api/v1/carts/{cart.Id}/coupons", new { code = "oneoff" });
        await cart.Http.PostAsJsonAsync($"/api/v1/carts/{cart.Id}/coupons", new { code = "NONSUCH" });
        await cart.Http.PutAsJsonAsync($"/api/v1/carts/{cart.Id}/destination", new { country = "US", region = "CA" });
        var shown = await cart.GetAsync();
        shown.GetProperty("totals").GetProperty("total").GetInt64().ShouldBe(2900 + 210);
        shown.GetProperty("coupons").EnumerateArray().Select(coupon => coupon.GetProperty("applies").GetBoolean()).ShouldBe([true, false]);
        (await cart.Http.DeleteAsync($"/api/v1/carts/{cart.Id}/coupons/nonsuch")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var options = await cart.Http.GetFromJsonAsync<JsonElement>($"/api/v1/carts/{cart.Id}/shipping-options");
        options.GetProperty("options")[0].GetProperty("price").GetProperty("amount").GetInt64().ShouldBe(503);
        var answer = await cart.Http.PostAsJsonAsync($"/api/v1/carts/{cart.Id}/totals", new
        {
            shippingMethod = "standard",
            shippingAddress = new { name = "Ada", line1 = "1 Road", line2 = (string?)null, city = "Town", region = "CA", postalCode = "90001", country = "US", phone = (string?)null },
        });
        var totals = await answer.Content.ReadFromJsonAsync<JsonElement>();
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, totals.ToString());

        // 29.00 + 7.25 % of it, 5.03 + 7.25 % of it, each rounded by itself.
        totals.GetProperty("total").GetProperty("amount").GetInt64().ShouldBe(2900 + 210 + 503 + 36);
    }
}
