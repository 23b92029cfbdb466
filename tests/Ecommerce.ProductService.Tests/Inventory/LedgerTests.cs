using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ecommerce.Contracts.Product;
using Ecommerce.ProductService.Tests.Fixture;

namespace Ecommerce.ProductService.Tests.Inventory;

public sealed class LedgerTests(ProductServiceFixture service)
{
    [Fact]
    public async Task The_ledger_tells_what_happened_why_and_by_whom_page_by_page()
    {
        var sku = await service.StockAsync(10);
        var order = Guid.NewGuid();
        await service.ReserveAsync(order, (sku, 2));
        await service.CommitAsync(order);
        await PostAsync($"/api/v1/inventory/{sku}/adjustments", new { difference = -1, reason = "damaged" });

        var entries = new List<JsonElement>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = await service.Merchandiser.GetFromJsonAsync($"/api/v1/inventory/{sku}/movements?limit=1&cursor={cursor}");
            entries.AddRange(page.GetProperty("items").EnumerateArray());
            cursor = page.TryGetProperty("nextCursor", out var next) ? next.GetString() : null;
        }

        entries.Select(entry => (entry.GetProperty("kind").GetString(), entry.GetProperty("onHand").GetInt32(), entry.GetProperty("reserved").GetInt32()))
            .ShouldBe([("adjusted", -1, 0), ("committed", -2, -2), ("reserved", 0, 2), ("received", 10, 0)]);
        entries[0].GetProperty("reason").GetString().ShouldBe("damaged");
        entries[0].GetProperty("actor").GetString()!.ShouldStartWith("user:");
        entries[1].GetProperty("cause").GetGuid().ShouldBe(order);
        (await (await service.Merchandiser.GetAsync("/api/v1/inventory/UNHEARD-OF/movements")).CodeAsync()).ShouldBe("inventory.article_not_found");
        (await (await service.Merchandiser.GetAsync($"/api/v1/inventory/{sku}/movements?cursor=foreign")).CodeAsync()).ShouldBe("validation.failed");
        (await (await service.Merchandiser.GetAsync($"/api/v1/inventory/{sku}/movements?limit=101")).CodeAsync()).ShouldBe("validation.failed");
    }

    [Fact]
    public async Task Goods_move_between_locations_once_and_never_those_that_are_promised()
    {
        var to = await service.OpenAsync();
        var sku = await service.StockAsync(10);
        await service.ReserveAsync(Guid.NewGuid(), (sku, 4));
        var path = $"/api/v1/inventory/{sku}/transfers";

        (await PostAsync(path, new { from = "main", to, quantity = 5 }, "once")).GetProperty("onHand").GetInt32().ShouldBe(10);
        (await PostAsync(path, new { from = "main", to, quantity = 5 }, "once")).GetProperty("onHand").GetInt32().ShouldBe(10);
        (await PostAsync(path, new { from = "main", to, quantity = 2 })).GetProperty("code").GetString().ShouldBe("inventory.below_reserved");
        (await PostAsync(path, new { from = "main", to = "main", quantity = 1 })).GetProperty("code").GetString().ShouldBe("inventory.same_location");
        (await PostAsync(path, new { from = "main", to = "nowhere", quantity = 1 })).GetProperty("code").GetString().ShouldBe("inventory.no_such_location");
        (await PostAsync(path, new { from = "nowhere", to, quantity = 1 })).GetProperty("code").GetString().ShouldBe("inventory.below_reserved");
        (await PostAsync(path, new { from = "main", to, quantity = 0 })).GetProperty("code").GetString().ShouldBe("validation.failed");
        (await service.LevelAsync(sku)).ShouldBe((10, 4));
        (await service.Merchandiser.GetFromJsonAsync($"/api/v1/inventory?location={to}")).GetProperty("items")[0].GetProperty("levels")[1].GetProperty("onHand").GetInt32().ShouldBe(5);
    }

    [Fact]
    public async Task Stock_that_gets_low_and_goods_that_come_back_are_told_at_the_crossing_only()
    {
        await using var low = await Listener<StockLow>.StartAsync(service);
        await using var replenished = await Listener<StockReplenished>.StartAsync(service);
        var (sku, productId) = await service.SellAsync(isActive: true);
        await service.ReceiveAsync(sku, 5);
        (await service.Merchandiser.PutAsJsonAsync($"/api/v1/inventory/{sku}/threshold", new { lowAt = 2 })).StatusCode.ShouldBe(HttpStatusCode.OK);
        var revision = await RevisionAsync(productId);

        var orders = Enumerable.Range(0, 5).Select(_ => Guid.NewGuid()).ToArray();
        foreach (var order in orders.Take(4))
        {
            await service.ReserveAsync(order, (sku, 1));
        }

        // Neither is said of a product again whose last unit is not gone.
        (await RevisionAsync(productId)).ShouldBe(revision);
        (await service.Merchandiser.GetFromJsonAsync($"/api/v1/inventory?low=true&limit=100")).GetProperty("items").EnumerateArray()
            .ShouldContain(item => item.GetProperty("sku").GetString() == sku);
        await service.ReserveAsync(orders[4], (sku, 1));
        (await RevisionAsync(productId)).ShouldBeGreaterThan(revision);
        await service.ReleaseAsync(orders[0]);
        await service.ReleaseAsync(orders[1]);
        await service.ReleaseAsync(orders[2]);

        var heard = (await replenished.HearAsync($"sku/{sku}", 2)).Select(told => (told.ProductId, told.Available)).ToList();
        heard.ShouldBe([(productId, 5), (productId, 1)]);
        (await low.HearAsync($"sku/{sku}", 1)).Select(told => (told.Available, told.Threshold)).ShouldBe([(2, 2)]);

        // Across the line once more: three are free, one goes.
        await service.ReserveAsync(Guid.NewGuid(), (sku, 1));
        (await low.HearAsync($"sku/{sku}", 2)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_article_that_never_had_stock_can_receive_some()
    {
        var (sku, _) = await service.SellAsync();
        (await service.Merchandiser.GetFromJsonAsync($"/api/v1/inventory/{sku}")).GetProperty("available").GetInt32().ShouldBe(0);

        (await PostAsync($"/api/v1/inventory/{sku}/adjustments", new { difference = 3, reason = "received" })).GetProperty("available").GetInt32().ShouldBe(3);
        (await PostAsync($"/api/v1/inventory/{sku}/adjustments", new { difference = 3, reason = "received", location = "nowhere" })).GetProperty("code").GetString()
            .ShouldBe("inventory.no_such_location");
    }

    private Task<long> RevisionAsync(Guid productId) =>
        service.ScalarAsync<long>($"SELECT COALESCE((SELECT revision FROM product_changes WHERE product_id = '{productId}'), 0)");

    private async Task<JsonElement> PostAsync(string path, object body, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", key is null ? Guid.NewGuid().ToString() : key + path);
        return await (await service.Merchandiser.SendAsync(request)).JsonAsync();
    }
}
