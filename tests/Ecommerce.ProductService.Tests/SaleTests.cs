using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ecommerce.ProductService.Domain;
using Ecommerce.ProductService.Domain.Catalogue;
using Ecommerce.ProductService.Tests.Fixture;
using Ecommerce.Testing.Probing;
using FsCheck;
using FsCheck.Fluent;

namespace Ecommerce.ProductService.Tests;

public sealed class SaleTests(ProductServiceFixture service)
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly CatalogueClient _staff = new(service);

    [Fact]
    public void A_variant_costs_its_sale_from_its_first_moment_to_its_last_and_its_own_price_at_all_others() =>
        Prop.ForAll(Gen.Choose(0, 99).Three().ToArbitrary(), numbers =>
        {
            var (from, length, at) = numbers;
            var variant = Variant.Of("A", [], 0, 0, new Dictionary<string, long> { ["USD"] = 1000, ["EUR"] = 900 });
            variant.Schedule(ScheduledPrice.Of(Guid.NewGuid(), "USD", 700, Start.AddMinutes(from), Start.AddMinutes(from + length + 1)));
            variant.PriceIn("USD", Start.AddMinutes(at)).ShouldBe(at >= from && at <= from + length ? 700 : 1000);
            variant.PriceIn("EUR", Start.AddMinutes(at)).ShouldBe(900);
            variant.PriceIn("JPY", Start.AddMinutes(at)).ShouldBeNull();
        }).QuickCheckThrowOnFailure();

    [Fact]
    public async Task A_sale_begins_and_ends_by_the_clock_for_carts_pages_lists_and_filters()
    {
        var made = await _staff.ProductAsync(price: 2000);
        var begins = DateTimeOffset.UtcNow.AddSeconds(5);
        await CatalogueClient.OkAsync(await _staff.Http.PostAsJsonAsync($"{made.PricePath}/sales", new { amount = 1500, startsAt = begins, endsAt = begins.AddSeconds(20) }));
        (await LookedUpAsync(made.Sku)).ShouldBe(2000);

        await Eventually.HoldsAsync(async () => await LookedUpAsync(made.Sku) == 1500, "the sale is on for carts");
        var shown = (await _staff.PageAsync(made.Slug)).GetProperty("variants")[0];
        shown.GetProperty("price").GetProperty("amount").GetInt64().ShouldBe(1500);
        shown.GetProperty("compareAt").GetProperty("amount").GetInt64().ShouldBe(2000);
        (await ListedAsync(made.Sku, "")).ShouldBe(1500);
        await Eventually.HoldsAsync(async () => await ListedAsync(made.Sku, "&maxPrice=1500") == 1500, "filters know it");

        await Eventually.HoldsAsync(async () => await LookedUpAsync(made.Sku) == 2000, "the sale is over for carts", TimeSpan.FromSeconds(60));
        (await ListedAsync(made.Sku, "")).ShouldBe(2000);
        await Eventually.HoldsAsync(async () => await ListedAsync(made.Sku, "&minPrice=2000") == 2000, "filters know it");
    }

    [Fact]
    public async Task Two_sales_of_an_article_never_overlap_not_even_when_they_are_set_at_once()
    {
        var made = await _staff.ProductAsync();
        var begins = DateTimeOffset.UtcNow.AddDays(1);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(hour =>
            _staff.Http.PostAsJsonAsync($"{made.PricePath}/sales", new { amount = 1000, startsAt = begins.AddHours(hour), endsAt = begins.AddHours(hour + 10) })));

        answers.Count(answer => answer.StatusCode == HttpStatusCode.OK).ShouldBe(1);
        answers.Where(answer => answer.StatusCode != HttpStatusCode.OK).ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.Conflict);
        await CatalogueClient.OkAsync(await _staff.Http.PostAsJsonAsync($"{made.PricePath}/sales", new { amount = 1000, startsAt = begins.AddDays(2), endsAt = begins.AddDays(3) }));
    }

    [Fact]
    public async Task A_sale_is_cancelled_and_the_price_is_the_old_one()
    {
        var made = await _staff.ProductAsync(price: 2000);
        var changed = await CatalogueClient.OkAsync(await _staff.Http.PostAsJsonAsync($"{made.PricePath}/sales", new { amount = 1 }));
        (await LookedUpAsync(made.Sku)).ShouldBe(1);
        var sale = changed.GetProperty("variants")[0].GetProperty("sales")[0].GetProperty("id").GetString();
        await CatalogueClient.OkAsync(await _staff.Http.DeleteAsync($"{made.Path}/variants/{made.Sku}/sales/{sale}"));
        (await LookedUpAsync(made.Sku)).ShouldBe(2000);
        (await (await _staff.Http.DeleteAsync($"{made.Path}/variants/{made.Sku}/sales/{sale}")).CodeAsync()).ShouldBe("product.sale_not_found");
    }

    private async Task<long> LookedUpAsync(string sku)
    {
        var response = await service.OrderService.PostAsJsonAsync("/internal/v1/variants/lookup", new { skus = new[] { sku }, currency = "CHF" });
        return (await response.JsonAsync()).GetProperty("variants")[0].GetProperty("unitPrice").GetInt64();
    }

    private async Task<long?> ListedAsync(string sku, string more)
    {
        long? price = null;
        await Eventually.HoldsAsync(async () =>
        {
            var items = (await service.Anonymous().GetFromJsonAsync($"/api/v1/products?currency=CHF&q={sku}{more}")).GetProperty("items");
            price = items.GetArrayLength() == 0 ? null : items[0].GetProperty("priceFrom").GetProperty("amount").GetInt64();
            return price is not null || more.Length > 0;
        }, "the article is listed");
        return price;
    }
}
