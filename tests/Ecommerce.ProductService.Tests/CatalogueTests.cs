using System.Net;
using System.Text.Json;
using Ecommerce.ProductService.Tests.Fixture;
using Ecommerce.ServiceDefaults.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace Ecommerce.ProductService.Tests;

public sealed class CatalogueTests(ProductServiceFixture service)
{
    private const int DemoProducts = 240;

    [Fact]
    public async Task The_demonstration_shop_is_seeded_once_with_stock_for_every_article()
    {
        await service.Services.GetRequiredService<IDatabaseMigrator>().MigrateAsync(TestContext.Current.CancellationToken);

        const string Priced = "SELECT count(DISTINCT v.product_id) FROM variants v JOIN variant_prices p USING (sku) WHERE p.currency = 'GBP'";
        (await service.ScalarAsync<long>(Priced)).ShouldBe(DemoProducts);
        (await service.ScalarAsync<long>(
            "SELECT count(*) FROM variants v JOIN variant_prices p USING (sku) LEFT JOIN stock_levels s USING (sku) WHERE p.currency = 'GBP' AND s.sku IS NULL")).ShouldBe(0);
    }

    [Theory]
    [InlineData("backpack")]
    [InlineData("BACKPACKS")]
    [InlineData("backp")]
    [InlineData("bakpack")]
    [InlineData("classic backp")]
    public async Task A_search_finds_whole_words_beginnings_and_typing_errors(string text)
    {
        var items = (await SearchAsync($"q={Uri.EscapeDataString(text)}&limit=5")).GetProperty("items").EnumerateArray().ToList();

        items.ShouldNotBeEmpty();
        items[0].GetProperty("name").GetString()!.ShouldContain("Backpack");
    }

    [Fact]
    public async Task An_articles_own_number_is_found_first()
    {
        var sku = await service.ScalarAsync<string>("SELECT sku FROM variants WHERE sku LIKE 'TENT-%' ORDER BY sku LIMIT 1");
        var slug = await service.ScalarAsync<string>($"SELECT p.slug FROM products p JOIN variants v ON v.product_id = p.id WHERE v.sku = '{sku}'");

        var found = await SearchAsync($"q={sku}");
        found.GetProperty("items")[0].GetProperty("slug").GetString().ShouldBe(slug);
    }

    [Theory]
    [InlineData("sort=newest")]
    [InlineData("sort=priceAscending")]
    [InlineData("sort=priceDescending")]
    [InlineData("sort=relevance")]
    [InlineData("sort=relevance&q=a+jacket+of+backpack")]
    [InlineData("q=trail")]
    public async Task Paging_visits_each_product_exactly_once(string query)
    {
        var whole = (await SearchAsync($"{query}&limit=100")).GetProperty("items").EnumerateArray().Select(Slug).ToList();
        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var page = await SearchAsync($"{query}&limit=17{(cursor is null ? "" : $"&cursor={cursor}")}");
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(Slug));
            cursor = page.TryGetProperty("nextCursor", out var next) ? next.GetString() : null;
        }
        while (cursor is not null);

        seen.ShouldBeUnique();
        seen.Take(whole.Count).ShouldBe(whole);
        if (!query.Contains("q="))
        {
            seen.Count.ShouldBe(DemoProducts);
        }
    }

    [Fact]
    public async Task Prices_sort_and_filter_in_the_currency_asked_for()
    {
        var ascending = await PricesAsync("currency=EUR&sort=priceAscending&minPrice=5000&maxPrice=9000&limit=100");
        ascending.ShouldNotBeEmpty();
        ascending.ShouldBeInOrder();
        ascending.ShouldAllBe(price => price >= 5000 && price <= 9000);
        (await PricesAsync("currency=EUR&sort=priceDescending&minPrice=5000&maxPrice=9000&limit=100")).ShouldBe(ascending.Reverse());
        (await PricesAsync($"currency=EUR&sort=priceAscending&minPrice=5000&maxPrice={long.MaxValue}&limit=1")).ShouldBe(ascending.Take(1));
        (await PricesAsync($"currency=EUR&sort=priceDescending&minPrice={long.MinValue}&maxPrice=9000&limit=1")).ShouldBe(ascending.TakeLast(1));
        (await PricesAsync("currency=JPY")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_category_holds_what_its_shelves_hold_and_parents_come_first()
    {
        var categories = (await service.Anonymous().GetFromJsonAsync("/api/v1/categories")).EnumerateArray().ToList();
        var known = new HashSet<string>();
        foreach (var category in categories)
        {
            if (category.TryGetProperty("parentId", out var parent))
            {
                known.ShouldContain(parent.GetString());
            }

            known.Add(category.GetProperty("id").GetString()!);
        }

        Products(categories, "travel").ShouldBe(30);
        Products(categories, "backpacks").ShouldBe(10);
        (await SearchAsync("category=travel&limit=100")).GetProperty("items").GetArrayLength().ShouldBe(30);
        (await SearchAsync("category=travel&limit=100&q=backpack&inStock=true")).GetProperty("items").GetArrayLength().ShouldBe(10);
        (await SearchAsync("category=nowhere")).GetProperty("items").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_product_is_shown_with_its_variants_and_their_stock()
    {
        var slug = Slug((await SearchAsync("q=jacket&limit=1")).GetProperty("items")[0]);
        var response = await service.Anonymous().GetAsync($"/api/v1/products/{slug}?currency=GBP");

        response.Headers.ETag.ShouldNotBeNull();
        var product = await response.JsonAsync();
        var variants = product.GetProperty("variants").EnumerateArray().ToList();
        variants.Count.ShouldBe(8);
        variants.ShouldAllBe(variant => variant.GetProperty("price").GetProperty("currency").GetString() == "GBP" && variant.GetProperty("available").GetInt32() > 0);

        var inYen = await service.Anonymous().GetFromJsonAsync($"/api/v1/products/{slug}?currency=JPY");
        inYen.GetProperty("variants").EnumerateArray().Count(variant => variant.TryGetProperty("price", out _)).ShouldBe(0);
    }

    [Fact]
    public async Task A_product_that_is_not_on_sale_is_nowhere()
    {
        await service.ScalarAsync<string>("""
            INSERT INTO products (id, slug, name, description, status, category_ids, image_urls, created_at, version)
            VALUES (gen_random_uuid(), 'zeppelin', 'Zeppelin', '', 'Draft', '{}', '{}', now(), 1) RETURNING slug
            """);
        try
        {
            (await (await service.Anonymous().GetAsync("/api/v1/products/zeppelin")).CodeAsync()).ShouldBe("product.not_found");
            (await SearchAsync("q=zeppelin")).GetProperty("items").GetArrayLength().ShouldBe(0);
        }
        finally
        {
            await service.ScalarAsync<string>("DELETE FROM products WHERE slug = 'zeppelin' RETURNING slug");
        }
    }

    [Theory]
    [InlineData("/api/v1/products?sort=7", "validation.failed")]
    [InlineData("/api/v1/products?sort=cheapest", "validation.failed")]
    [InlineData("/api/v1/products?q=%00", "text.malformed")]
    [InlineData("/api/v1/products?q=%EF%BF%BE", "text.malformed")]
    [InlineData("/api/v1/products?q=tent%00", "text.malformed")]
    [InlineData("/api/v1/products?category=%00", "text.malformed")]
    [InlineData("/api/v1/products?minPrice=cheap", "request.malformed")]
    [InlineData("/api/v1/products?currency=XX", "validation.failed")]
    [InlineData("/api/v1/products?limit=0", "validation.failed")]
    [InlineData("/api/v1/products?limit=101", "validation.failed")]
    [InlineData("/api/v1/products?cursor=nonsense", "validation.failed")]
    [InlineData("/api/v1/products/tent?currency=dollars", "validation.failed")]
    public async Task Bad_input_is_refused_with_a_stable_code(string path, string code)
    {
        var response = await service.Anonymous().GetAsync(path);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.CodeAsync()).ShouldBe(code);
    }

    [Theory]
    [InlineData("' & | ! ( ) :* <->")]
    [InlineData("'; DROP TABLE products; --")]
    [InlineData("!!!")]
    [InlineData("日本 ñ \\")]
    public async Task Signs_of_the_query_language_are_just_text(string text) =>
        (await service.Anonymous().GetAsync($"/api/v1/products?q={Uri.EscapeDataString(text)}")).StatusCode.ShouldBe(HttpStatusCode.OK);

    private static string Slug(JsonElement item) => item.GetProperty("slug").GetString()!;

    private static int Products(List<JsonElement> categories, string slug) =>
        categories.Single(category => Slug(category) == slug).GetProperty("products").GetInt32();

    private async Task<IReadOnlyList<long>> PricesAsync(string query) =>
        [.. (await SearchAsync(query)).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("priceFrom").GetProperty("amount").GetInt64())];

    private Task<JsonElement> SearchAsync(string query) => service.Anonymous().GetFromJsonAsync($"/api/v1/products?{query}");
}
