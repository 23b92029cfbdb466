using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ecommerce.Testing.Hosting;

namespace Ecommerce.ProductService.Tests.Fixture;

/// <summary>A merchandiser at work. Products cost francs here: the demonstration's lists do not show them.</summary>
public sealed class CatalogueClient(ProductServiceFixture service)
{
    public const string Currency = "CHF";

    private static int s_number;

    public HttpClient Http { get; } = service.With(TestTokens.Staff("merchandiser"));

    public static string Unique(string name) => $"{name}-{Interlocked.Increment(ref s_number)}-{Guid.NewGuid().ToString("N")[..12]}";

    /// <summary>A product with one article, on sale.</summary>
    public async Task<Made> ProductAsync(
        string? name = null, long price = 2000, Guid[]? categories = null, Guid? brand = null, object? attributes = null, bool isActive = true, object? options = null)
    {
        var sku = Unique("SKU");
        var body = new
        {
            slug = Unique("product"),
            name = name ?? Unique("Thing"),
            description = "Made for a test.",
            categoryIds = categories ?? [],
            brandId = brand,
            attributes = attributes ?? new { },
            variants = new object[] { new { sku, weightGrams = 100, options = options ?? new { }, prices = new Dictionary<string, object> { [Currency] = new { amount = price } } } },
        };
        var created = await OkAsync(await Http.PostAsJsonAsync("/api/v1/catalogue/products", body), HttpStatusCode.Created);
        var made = new Made(created.GetProperty("id").GetGuid(), body.slug, sku);
        if (isActive)
        {
            await OkAsync(await Http.PostAsync($"/api/v1/catalogue/products/{made.Id}/activate", null));
        }

        return made;
    }

    public async Task<(Guid Id, string Slug)> CategoryAsync(Guid? parentId = null)
    {
        var slug = Unique("shelf");
        var created = await OkAsync(await Http.PostAsJsonAsync("/api/v1/categories", new { slug, name = slug, parentId }), HttpStatusCode.Created);
        return (created.GetProperty("id").GetGuid(), slug);
    }

    public Task<HttpResponseMessage> MoveAsync(Guid category, Guid? parentId) => Http.PostAsJsonAsync($"/api/v1/categories/{category}/move", new { parentId });

    public async Task<JsonElement> PageAsync(string slug) => await service.Anonymous().GetFromJsonAsync($"/api/v1/products/{slug}?currency={Currency}");

    public static async Task<JsonElement> OkAsync(HttpResponseMessage response, HttpStatusCode expected = HttpStatusCode.OK)
    {
        response.StatusCode.ShouldBe(expected, await response.Content.ReadAsStringAsync());
        return await response.JsonAsync();
    }

    public sealed record Made(Guid Id, string Slug, string Sku)
    {
        public string Path => $"/api/v1/catalogue/products/{Id}";

        public string PricePath => $"{Path}/variants/{Sku}/prices/{Currency}";
    }
}
