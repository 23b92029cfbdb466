using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ecommerce.Testing.Probing;

namespace Ecommerce.SystemTests;

public sealed class ContentionTests(Shop shop)
{
    [Fact]
    public async Task Two_hundred_concurrent_requests_for_one_cart_make_one_order_and_one_charge()
    {
        var basket = await (await Basket.OpenAsync(shop.Gateway)).AddAsync(await shop.AnySkuAsync(0));
        var (version, total) = await basket.TotalAsync();

        var responses = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => basket.OrderAsync(version, total)));

        responses.ShouldContain(response => response.StatusCode == HttpStatusCode.Created);
        responses.ShouldAllBe(response => (int)response.StatusCode < 500 || response.StatusCode == HttpStatusCode.ServiceUnavailable);
        (await shop.QueryAsync<long>("orderdb", "SELECT count(*) FROM orders WHERE cart_id = $1 AND status = 'Confirmed'", basket.Id)).ShouldBe(1);
        (await shop.QueryAsync<long>("orderdb", "SELECT count(*) FROM orders WHERE cart_id = $1", basket.Id)).ShouldBe(1);
        var order = await shop.QueryAsync<Guid>("orderdb", "SELECT id FROM orders WHERE cart_id = $1", basket.Id);
        (await Charges.LiveAsync(shop, order)).ShouldBe(1);
    }

    [Fact]
    public async Task A_hundred_buyers_of_the_last_ten_units_get_ten()
    {
        var sku = await shop.AnySkuAsync(1);
        var merchandiser = await shop.StaffAsync("merchandiser");
        var stock = await merchandiser.GetFromJsonAsync<JsonElement>($"/api/v1/inventory/{sku}");
        using var adjustment = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/inventory/{sku}/adjustments")
        {
            Headers = { { "Idempotency-Key", Guid.NewGuid().ToString() } },
            Content = JsonContent.Create(new { difference = 10 - stock.GetProperty("available").GetInt32(), reason = "counted" }),
        };
        (await merchandiser.SendAsync(adjustment)).EnsureSuccessStatusCode();
        var baskets = await Task.WhenAll(Enumerable.Range(0, 100).Select(async _ => await (await Basket.OpenAsync(shop.Gateway)).AddAsync(sku)));
        var totals = await Task.WhenAll(baskets.Select(basket => basket.TotalAsync()));

        var responses = await Task.WhenAll(baskets.Zip(totals).Select(pair => pair.First.OrderAsync(pair.Second.Version, pair.Second.Total)));

        foreach (var response in responses.Where(response => response.StatusCode == HttpStatusCode.UnprocessableEntity))
        {
            (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString().ShouldBe("stock.insufficient");
        }

        await Eventually.HoldsAsync(
            async () => await shop.QueryAsync<long>("orderdb", "SELECT count(*) FROM orders WHERE step NOT IN ('Confirmed', 'Released')") == 0,
            "every checkout has ended", TimeSpan.FromSeconds(90));
        (await shop.QueryAsync<long>(
            "orderdb", "SELECT count(*) FROM orders o JOIN order_lines l ON l.order_id = o.id WHERE l.sku = $1 AND o.status = 'Confirmed'", sku)).ShouldBe(10);
        await Eventually.HoldsAsync(
            async () => await shop.QueryAsync<int>("productdb", "SELECT on_hand FROM stock_levels WHERE sku = $1", sku) == 0, "the stock is sold");
        (await shop.QueryAsync<int>("productdb", "SELECT reserved FROM stock_levels WHERE sku = $1", sku)).ShouldBe(0);
    }

    [Fact]
    public async Task Payment_service_killed_in_the_middle_of_checkouts_leaves_one_charge_and_one_order_each()
    {
        var sku = await shop.AnySkuAsync(2);
        var baskets = await Task.WhenAll(Enumerable.Range(0, 40).Select(async _ => await (await Basket.OpenAsync(shop.Gateway)).AddAsync(sku)));
        var totals = await Task.WhenAll(baskets.Select(basket => basket.TotalAsync()));

        var first = baskets.Zip(totals).Take(5).Select(pair => pair.First.OrderAsync(pair.Second.Version, pair.Second.Total)).ToArray();
        await Task.WhenAny(first);
        var rest = baskets.Zip(totals).Skip(5).Select(pair => pair.First.OrderAsync(pair.Second.Version, pair.Second.Total)).ToArray();
        var killed = shop.Kill("payment-service");
        await Task.WhenAll(first.Concat(rest));
        await shop.WaitForRestartAsync("payment-service", killed);

        foreach (var basket in baskets)
        {
            await Eventually.HoldsAsync(
                async () => await shop.QueryAsync<long>(
                    "orderdb", "SELECT count(*) FROM orders WHERE cart_id = $1 AND step NOT IN ('Confirmed', 'Released')", basket.Id) == 0,
                "the checkout has ended", TimeSpan.FromSeconds(120));
            var orders = await shop.QueryAsync<Guid[]>("orderdb", "SELECT coalesce(array_agg(id), '{}') FROM orders WHERE cart_id = $1 AND status = 'Confirmed'", basket.Id);
            orders.Length.ShouldBeLessThanOrEqualTo(1);
            var all = await shop.QueryAsync<Guid[]>("orderdb", "SELECT coalesce(array_agg(id), '{}') FROM orders WHERE cart_id = $1", basket.Id);
            foreach (var order in all)
            {
                (await Charges.LiveAsync(shop, order)).ShouldBe(orders.Contains(order) ? 1 : 0);
            }
        }

        // The circuits to it close again by themselves.
        await Eventually.HoldsAsync(
            async () => (await (await (await Basket.OpenAsync(shop.Gateway)).AddAsync(sku)).OrderAsync()).StatusCode == HttpStatusCode.Created,
            "the shop sells again", TimeSpan.FromSeconds(60));
    }
}
