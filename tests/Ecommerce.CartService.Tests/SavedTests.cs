using System.Net;
using System.Text.Json;

namespace Ecommerce.CartService.Tests;

public sealed class SavedTests(CartServiceFixture fixture)
{
    [Fact]
    public async Task An_article_moves_out_of_the_cart_and_back_with_its_units()
    {
        var cart = await CartClient.CreateAsync(fixture.Anonymous());
        await cart.AddAsync("SKU-A", 2);
        await cart.AddAsync("SKU-B", 1);
        var line = (await cart.LineAsync("SKU-A")).GetProperty("id").GetGuid();
        (await cart.PostAsync($"lines/{line}/save-for-later")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var saved = await cart.GetAsync();
        saved.GetProperty("lines").GetArrayLength().ShouldBe(1);
        saved.GetProperty("totals").GetProperty("subtotal").GetInt64().ShouldBe(1000);
        saved.GetProperty("saved")[0].GetProperty("available").GetInt32().ShouldBe(100);

        // It is bought anew meanwhile: units are added up in both directions.
        await cart.AddAsync("SKU-A", 3);
        (await cart.PostAsync($"saved/{line}/move-to-cart")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await cart.QuantityAsync("SKU-A")).ShouldBe(5);
        (await cart.GetAsync()).GetProperty("saved").GetArrayLength().ShouldBe(0);
        (await CartClient.CodeOf(await cart.PostAsync($"saved/{line}/move-to-cart"))).ShouldBe("cart.line_not_found");
    }

    [Fact]
    public async Task Saving_an_article_twice_adds_its_units_and_what_is_removed_is_gone()
    {
        var cart = await CartClient.CreateAsync(fixture.Anonymous());
        for (var i = 1; i <= 2; i++)
        {
            await cart.AddAsync("SKU-A", i);
            await cart.AddAsync("SKU-B");
            foreach (var sku in new[] { "SKU-A", "SKU-B" })
            {
                (await cart.PostAsync($"lines/{(await cart.LineAsync(sku)).GetProperty("id").GetGuid()}/save-for-later")).StatusCode.ShouldBe(HttpStatusCode.OK);
            }
        }

        var saved = (await cart.GetAsync()).GetProperty("saved");
        saved.EnumerateArray().Select(line => line.GetProperty("quantity").GetInt32()).ShouldBe([3, 2]);
        (await cart.Http.DeleteAsync($"/api/v1/carts/{cart.Id}/saved/{saved[0].GetProperty("id").GetGuid()}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await cart.GetAsync()).GetProperty("saved").EnumerateArray().Single().GetProperty("sku").GetString().ShouldBe("SKU-B");
    }

    [Fact]
    public async Task A_hundred_parallel_moves_lose_and_double_nothing()
    {
        var cart = await CartClient.CreateAsync(fixture.Anonymous());
        await cart.AddAsync("SKU-A", 7);
        var line = (await cart.LineAsync("SKU-A")).GetProperty("id").GetGuid();
        await Task.WhenAll(Enumerable.Range(0, 100).Select(i => cart.PostAsync(i % 2 == 0 ? $"lines/{line}/save-for-later" : $"saved/{line}/move-to-cart")));
        var end = await cart.GetAsync();
        int Units(JsonElement lines) => lines.EnumerateArray().Sum(one => one.GetProperty("quantity").GetInt32());
        (Units(end.GetProperty("lines")) + Units(end.GetProperty("saved"))).ShouldBe(7);
    }

    [Fact]
    public async Task A_move_that_is_repeated_under_its_key_after_a_crash_is_done_once()
    {
        var cart = await CartClient.CreateAsync(fixture.Anonymous());
        await cart.AddAsync("SKU-A", 2);
        var line = (await cart.LineAsync("SKU-A")).GetProperty("id").GetGuid();
        foreach (var (path, key) in new[] { ($"lines/{line}/save-for-later", "save"), ($"saved/{line}/move-to-cart", "move") })
        {
            cart.Http.DefaultRequestHeaders.Remove("Idempotency-Key");
            cart.Http.DefaultRequestHeaders.Add("Idempotency-Key", $"{key}-{line}");
            (await cart.PostAsync(path)).StatusCode.ShouldBe(HttpStatusCode.OK);

            // A crash after the work and before the answer was kept: the key is usable again.
            await using var command = fixture.Database.CreateCommand(
                $"UPDATE idempotency_keys SET status_code = NULL, response = NULL, headers = NULL, locked_until = '-infinity' WHERE key = '{key}-{line}'");
            (await command.ExecuteNonQueryAsync()).ShouldBe(1);
            (await cart.PostAsync(path)).StatusCode.ShouldBe(HttpStatusCode.OK, key);
        }

        (await cart.QuantityAsync("SKU-A")).ShouldBe(2);
    }

    [Fact]
    public async Task What_is_saved_counts_for_the_most_lines_of_a_cart()
    {
        var cart = await CartClient.CreateAsync(fixture.Anonymous());
        await cart.AddAsync("SKU-A");
        await cart.PostAsync($"lines/{(await cart.LineAsync("SKU-A")).GetProperty("id").GetGuid()}/save-for-later");
        await Task.WhenAll(Enumerable.Range(0, 199).Select(i => cart.AddAsync($"SKU-{i}")));
        (await CartClient.CodeOf(await cart.AddAsync("SKU-ONE-MORE"))).ShouldBe("cart.too_many_lines");
        (await cart.GetAsync()).GetProperty("lines").GetArrayLength().ShouldBe(199);
    }
}
