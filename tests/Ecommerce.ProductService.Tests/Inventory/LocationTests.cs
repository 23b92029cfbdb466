using System.Net;
using System.Net.Http.Json;
using Ecommerce.ProductService.Tests.Fixture;
using Ecommerce.Testing.Probing;

namespace Ecommerce.ProductService.Tests.Inventory;

public sealed class LocationTests(ProductServiceFixture service)
{
    [Fact]
    public async Task An_order_is_few_parcels_and_the_location_that_comes_first_sends_it()
    {
        var (near, far) = (await service.OpenAsync(1_001), await service.OpenAsync(1_002));
        var (tent, stove) = (await service.StockAsync(0), await service.StockAsync(0));
        await service.ReceiveAsync(tent, 5, near);
        await service.ReceiveAsync(tent, 5, far);
        await service.ReceiveAsync(stove, 1, near);
        await service.ReceiveAsync(stove, 9, far);

        (await HeldAsync((tent, 1), (stove, 1))).ShouldBe([(stove, near, 1), (tent, near, 1)]);

        // The near one has no stove left: both come from the far one, in one parcel.
        (await HeldAsync((tent, 1), (stove, 2))).ShouldBe([(stove, far, 2), (tent, far, 1)]);

        // More than either has: split over both.
        (await HeldAsync((tent, 7))).ShouldBe([(tent, near, 4), (tent, far, 3)], ignoreOrder: true);
    }

    [Fact]
    public async Task A_hold_over_several_locations_is_given_back_and_committed_where_it_was()
    {
        var (near, far) = (await service.OpenAsync(1_001), await service.OpenAsync(1_002));
        var sku = await service.StockAsync(0);
        await service.ReceiveAsync(sku, 3, near);
        await service.ReceiveAsync(sku, 3, far);
        var (left, bought) = (Guid.NewGuid(), Guid.NewGuid());

        await service.ReserveAsync(left, (sku, 5));
        (await service.LevelAsync(sku)).ShouldBe((6, 5));
        await service.ReleaseAsync(left);
        await service.ReserveAsync(bought, (sku, 6));
        (await service.CommitAsync(bought)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await service.LevelAsync(sku)).ShouldBe((0, 0));
        await service.ReleaseAsync(bought);

        var levels = (await service.Merchandiser.GetFromJsonAsync($"/api/v1/inventory/{sku}")).GetProperty("levels").EnumerateArray()
            .ToDictionary(level => level.GetProperty("location").GetString()!, level => level.GetProperty("available").GetInt32());
        (levels[near], levels[far]).ShouldBe((3, 3));
    }

    [Fact]
    public async Task A_hold_that_ended_is_committed_from_wherever_the_goods_are_now()
    {
        var (near, far) = (await service.OpenAsync(1_001), await service.OpenAsync(1_002));
        var sku = await service.StockAsync(0);
        await service.ReceiveAsync(sku, 1, near);
        await service.ReceiveAsync(sku, 1, far);
        var late = Guid.NewGuid();
        await service.ReserveAsync(late, TimeSpan.FromSeconds(-1), (sku, 1));
        await Eventually.HoldsAsync(async () => await service.LevelAsync(sku) == (2, 0), "the hold ends");
        await service.ReserveAsync(Guid.NewGuid(), (sku, 1));

        (await service.CommitAsync(late)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await service.LevelAsync(sku)).ShouldBe((1, 1), "the other's unit stays where it is");
        var held = await service.OrderService.GetFromJsonAsync($"/internal/v1/reservations/{late}");
        held.GetProperty("status").GetString().ShouldBe("committed");
        held.GetProperty("lines").EnumerateArray().ShouldHaveSingleItem().GetProperty("location").GetString().ShouldBe(far);
    }

    [Fact]
    public async Task What_a_closed_location_has_is_not_sold_until_it_opens_again()
    {
        var location = await service.OpenAsync();
        var sku = await service.StockAsync(2);
        await service.ReceiveAsync(sku, 3, location);

        (await ChangeAsync(location, isActive: false)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var refused = await service.ReserveAsync(Guid.NewGuid(), (sku, 3));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.JsonAsync()).GetProperty("shortages")[0].GetProperty("available").GetInt32().ShouldBe(2);

        // What arrives there while it is closed is not sold either.
        await service.ReceiveAsync(sku, 1, location);
        (await service.Merchandiser.GetFromJsonAsync($"/api/v1/inventory/{sku}")).GetProperty("available").GetInt32().ShouldBe(2);

        (await ChangeAsync(location, isActive: true)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await service.ReserveAsync(Guid.NewGuid(), (sku, 6))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await service.LevelAsync(sku)).ShouldBe((6, 6));
    }

    [Fact]
    public async Task A_closing_that_a_crash_left_half_done_is_finished()
    {
        var location = await service.OpenAsync();
        var sku = await service.StockAsync(0);
        await service.ReceiveAsync(sku, 3, location);

        // As a process leaves it that dies after its first commit.
        await service.ScalarAsync<object>($"UPDATE stock_locations SET is_active = false, levels_pending = true WHERE code = '{location}' RETURNING 1");

        await Eventually.HoldsAsync(
            async () => (await service.Merchandiser.GetFromJsonAsync($"/api/v1/inventory/{sku}")).GetProperty("available").GetInt32() == 0, "the level knows");
        await Eventually.HoldsAsync(
            async () => !await service.ScalarAsync<bool>($"SELECT levels_pending FROM stock_locations WHERE code = '{location}'"), "the location is done");
    }

    [Fact]
    public async Task Locations_are_opened_changed_and_removed_by_the_rules()
    {
        var code = await service.OpenAsync();
        (await PostAsync(new { code, name = "Again", priority = 1 })).ShouldBe((HttpStatusCode.Conflict, "inventory.location_taken"));
        (await PostAsync(new { code = "No Code", name = "x", priority = 1 })).ShouldBe((HttpStatusCode.BadRequest, "validation.failed"));

        var read = await service.Merchandiser.GetAsync($"/api/v1/stock-locations/{code}");
        var tag = read.Headers.ETag!.Tag;
        (await ChangeAsync(code, isActive: true, tag)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var stale = await ChangeAsync(code, isActive: true, tag);
        stale.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await stale.CodeAsync()).ShouldBe("resource.stale");

        (await service.Merchandiser.DeleteAsync($"/api/v1/stock-locations/{code}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await (await service.Merchandiser.GetAsync($"/api/v1/stock-locations/{code}")).CodeAsync()).ShouldBe("inventory.location_not_found");
        (await (await service.Merchandiser.DeleteAsync("/api/v1/stock-locations/main")).CodeAsync()).ShouldBe("inventory.location_in_use");
        var listed = await service.Merchandiser.GetFromJsonAsync("/api/v1/stock-locations");
        listed.GetProperty("items")[0].GetProperty("code").GetString().ShouldBe("main");
    }

    private async Task<(HttpStatusCode, string?)> PostAsync(object body)
    {
        var response = await service.Merchandiser.PostAsJsonAsync("/api/v1/stock-locations", body);
        return (response.StatusCode, await response.CodeAsync());
    }

    private async Task<HttpResponseMessage> ChangeAsync(string code, bool isActive, string? version = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/stock-locations/{code}") { Content = JsonContent.Create(new { name = "Changed", priority = 1_000, isActive }) };
        if (version is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", version);
        }

        return await service.Merchandiser.SendAsync(request);
    }

    private async Task<List<(string, string, int)>> HeldAsync(params (string Sku, int Quantity)[] lines)
    {
        var response = await service.ReserveAsync(Guid.NewGuid(), lines);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
        return
        [
            .. (await response.JsonAsync()).GetProperty("lines").EnumerateArray()
                .Select(line => (line.GetProperty("sku").GetString()!, line.GetProperty("location").GetString()!, line.GetProperty("quantity").GetInt32()))
                .OrderByDescending(line => line.Item1, StringComparer.Ordinal),
        ];
    }
}
