using System.Net;
using System.Net.Http.Json;
using Ecommerce.Contracts.Product;
using Ecommerce.ProductService.Tests.Fixture;
using Ecommerce.ProductService.Tests.Images;
using Ecommerce.Testing.Hosting;
using SkiaSharp;

namespace Ecommerce.ProductService.Tests;

/// <summary>Whoever keeps a copy of what is shown hears of each change of it, at once and once.</summary>
public sealed class ProductChangedTests(ProductServiceFixture service)
{
    private readonly CatalogueClient _staff = new(service);

    /// <summary>Saleor 10165, Medusa 16555.</summary>
    [Fact]
    public async Task One_event_fires_several_times()
    {
        await using var changes = await Listener<ProductChanged>.StartAsync(service);
        var made = await _staff.ProductAsync();
        var subject = $"product/{made.Id}";
        (await changes.HearAsync(subject, 2)).Count.ShouldBe(2, "created and put on sale");
        var version = (await _staff.Http.GetFromJsonAsync(made.Path)).GetProperty("version").GetInt32();

        var prices = new[] { "CHF", "SEK", "NOK", "DKK" }.ToDictionary(currency => currency, _ => new { amount = 900 });
        var changed = await CatalogueClient.OkAsync(await _staff.Http.PutAsJsonAsync($"{made.Path}/variants/{made.Sku}", new { weightGrams = 5, prices }));

        changed.GetProperty("version").GetInt32().ShouldBe(version + 1);
        (await changes.HearAsync(subject, 3)).Count.ShouldBe(3);
        await CatalogueClient.OkAsync(await _staff.Http.PostAsync($"{made.Path}/archive", null));
        (await changes.HearAsync(subject, 4)).Select(change => change.Status).ShouldBe(["draft", "active", "active", "archived"]);
    }

    [Fact]
    public async Task The_last_unit_that_goes_and_the_first_that_comes_are_told_and_none_between()
    {
        await using var changes = await Listener<ProductChanged>.StartAsync(service);
        var made = await _staff.ProductAsync();
        var subject = $"product/{made.Id}";
        await ReceiveAsync(made.Sku, 3);
        (await changes.HearAsync(subject, 3)).Count.ShouldBe(3, "created, put on sale, in stock");

        var orders = Enumerable.Range(0, 3).Select(_ => Guid.NewGuid()).ToArray();
        await service.ReserveAsync(orders[0], (made.Sku, 1));
        await service.ReserveAsync(orders[1], (made.Sku, 1));
        await service.ReserveAsync(orders[2], (made.Sku, 1));
        (await changes.HearAsync(subject, 4)).Count.ShouldBe(4, "sold out");
        await service.CommitAsync(orders[0]);
        await service.ReleaseAsync(orders[1]);
        (await changes.HearAsync(subject, 5)).Count.ShouldBe(5, "one is there again");
        await service.ReleaseAsync(orders[2]);
        await CatalogueClient.OkAsync(await _staff.Http.PostAsync($"{made.Path}/archive", null));
        (await changes.HearAsync(subject, 6)).Select(change => change.Status).ShouldBe(["draft", "active", "active", "active", "active", "archived"]);
    }

    [Fact]
    public async Task A_hold_that_ends_a_location_that_closes_and_goods_that_move_are_told_too()
    {
        await using var changes = await Listener<ProductChanged>.StartAsync(service);
        var made = await _staff.ProductAsync();
        var (subject, location) = ($"product/{made.Id}", await service.OpenAsync());
        await ReceiveAsync(made.Sku, 1, location);
        await changes.HearAsync(subject, 3);

        await service.ReserveAsync(Guid.NewGuid(), TimeSpan.FromSeconds(-1), (made.Sku, 1));
        (await changes.HearAsync(subject, 5)).Count.ShouldBe(5, "held, and free again");
        await CatalogueClient.OkAsync(await service.Merchandiser.PutAsJsonAsync($"/api/v1/stock-locations/{location}", new { name = "Closed", priority = 1_000, isActive = false }));
        (await changes.HearAsync(subject, 6)).Count.ShouldBe(6, "nothing of it is for sale");
        using var transfer = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/inventory/{made.Sku}/transfers") { Content = JsonContent.Create(new { from = location, to = "main", quantity = 1 }) };
        transfer.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        await CatalogueClient.OkAsync(await service.Merchandiser.SendAsync(transfer));
        (await changes.HearAsync(subject, 7)).Count.ShouldBe(7, "it is for sale elsewhere");
    }

    [Fact]
    public async Task An_image_a_rating_and_a_brands_name_are_told()
    {
        await using var changes = await Listener<ProductChanged>.StartAsync(service);
        var brand = await CatalogueClient.OkAsync(await _staff.Http.PostAsJsonAsync("/api/v1/brands", new { name = CatalogueClient.Unique("Brand") }), HttpStatusCode.Created);
        var made = await _staff.ProductAsync(brand: brand.GetProperty("id").GetGuid());
        var subject = $"product/{made.Id}";
        await changes.HearAsync(subject, 2);

        using var picture = new ByteArrayContent(Pictures.Make(20, 20, SKEncodedImageFormat.Png));
        picture.Headers.ContentType = new("image/png");
        await CatalogueClient.OkAsync(await _staff.Http.PostAsync($"/api/v1/products/{made.Id}/images", picture), HttpStatusCode.Created);
        (await changes.HearAsync(subject, 3)).Count.ShouldBe(3);

        var customer = service.With(TestTokens.Customer(Guid.NewGuid()));
        var review = await CatalogueClient.OkAsync(
            await customer.PostAsJsonAsync($"/api/v1/products/{made.Id}/reviews", new { rating = 5, title = "Good", text = "Very." }), HttpStatusCode.Created);
        await CatalogueClient.OkAsync(await service.With(TestTokens.Staff("support")).PostAsync($"/api/v1/reviews/{review.GetProperty("id").GetGuid()}/approve", null));
        (await changes.HearAsync(subject, 4)).Count.ShouldBe(4);

        await CatalogueClient.OkAsync(await _staff.Http.PutAsJsonAsync($"/api/v1/brands/{brand.GetProperty("id").GetGuid()}", new { name = CatalogueClient.Unique("Other") }));
        (await changes.HearAsync(subject, 5)).Count.ShouldBe(5);
    }

    private async Task ReceiveAsync(string sku, int units, string? location = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/inventory/{sku}/adjustments")
        {
            Content = JsonContent.Create(new { difference = units, reason = "received", location }),
        };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        await CatalogueClient.OkAsync(await service.Merchandiser.SendAsync(request));
    }
}
