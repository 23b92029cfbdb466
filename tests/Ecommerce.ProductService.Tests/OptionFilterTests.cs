using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ecommerce.ProductService.Tests.Fixture;
using Ecommerce.Testing.Probing;

namespace Ecommerce.ProductService.Tests;

/// <summary>Red in M, in stock, at a price: that is one article, and not one that is red and another in M.</summary>
public sealed class OptionFilterTests(ProductServiceFixture service)
{
    private readonly CatalogueClient _staff = new(service);

    [Fact]
    public async Task Options_stock_and_price_are_met_by_one_article_and_each_value_counts_what_it_would_find()
    {
        var name = CatalogueClient.Unique("Cardigan");
        var (redMedium, redLarge, blueMedium) = (CatalogueClient.Unique("RM"), CatalogueClient.Unique("RL"), CatalogueClient.Unique("BM"));
        object Article(string sku, string colour, string size, int amount) => new
        {
            sku,
            options = new Dictionary<string, string> { ["Shade"] = colour, ["Cut"] = size },
            prices = new Dictionary<string, object> { ["CHF"] = new { amount } },
        };
        var made = await CatalogueClient.OkAsync(
            await _staff.Http.PostAsJsonAsync(
                "/api/v1/catalogue/products",
                new { name, variants = new[] { Article(redMedium, "Red", "M", 3000), Article(redLarge, "Red", "L", 2000), Article(blueMedium, "Blue", "M", 1000) } }),
            HttpStatusCode.Created);
        await CatalogueClient.OkAsync(await _staff.Http.PostAsync($"/api/v1/catalogue/products/{made.GetProperty("id").GetGuid()}/activate", null));
        await service.ReceiveAsync(redLarge, 1);
        await service.ReceiveAsync(blueMedium, 1);
        await Eventually.HoldsAsync(async () => await CountAsync("") == 1 && await CountAsync("&inStock=true") == 1, "the product is found");

        (await CountAsync("&option.Shade=Red&option.Cut=M")).ShouldBe(1);
        (await CountAsync("&option.Shade=Blue&option.Cut=L")).ShouldBe(0, "blue there is, and L there is, but no blue L");
        (await CountAsync("&option.Shade=Red&option.Cut=M&inStock=true")).ShouldBe(0, "the red M is sold out");
        (await CountAsync("&option.Shade=Red&inStock=true")).ShouldBe(1);
        (await CountAsync("&option.Cut=M&minPrice=2500")).ShouldBe(1);
        (await CountAsync("&option.Shade=Blue&minPrice=2500")).ShouldBe(0);
        (await CountAsync("&option.Shade=Red&option.Shade=Blue&option.Cut=M&maxPrice=1500&inStock=true")).ShouldBe(1);

        // What a click on a value would find.
        var facets = (await SearchAsync("&facets=true&option.Shade=Red&inStock=true")).GetProperty("facets");
        Values(facets, "Cut").ShouldBe(["L"]);
        Values(facets, "Shade").ShouldBe(["Blue", "Red"], ignoreOrder: true);
        facets.GetProperty("prices").EnumerateArray().ShouldHaveSingleItem().GetProperty("from").GetInt64().ShouldBe(1000, "20 francs is what a red one in stock costs");
        Values((await SearchAsync("&facets=true&inStock=true")).GetProperty("facets"), "Cut").ShouldBe(["L", "M"], ignoreOrder: true);

        // As soon as it is there again.
        await service.ReceiveAsync(redMedium, 1);
        await Eventually.HoldsAsync(async () => await CountAsync("&option.Shade=Red&option.Cut=M&inStock=true") == 1, "the red M is in stock");

        Task<JsonElement> SearchAsync(string filters) => service.Anonymous().GetFromJsonAsync($"/api/v1/products?currency=CHF&q={name}{filters}");
        async Task<int> CountAsync(string filters) => (await SearchAsync(filters)).GetProperty("items").GetArrayLength();
    }

    private static IEnumerable<string> Values(JsonElement facets, string option) =>
        facets.GetProperty("options").EnumerateArray().Single(facet => facet.GetProperty("key").GetString() == option).GetProperty("values").EnumerateArray()
            .Select(value => value.GetProperty("value").GetString()!);
}
