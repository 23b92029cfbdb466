using System.Net.Http.Json;
using Ecommerce.ProductService.Tests.Fixture;
using Ecommerce.Testing.Hosting;

namespace Ecommerce.ProductService.Tests;

public sealed class AccessTests(ProductServiceFixture service)
{
    private static readonly string[] Callers = ["anonymous", "customer", "support", "merchandiser", "admin", "service"];

    /// <summary>What each kind of caller is answered, in the order of <see cref="Callers"/>.</summary>
    [Theory]
    [InlineData("GET", "/api/v1/products", "200 200 200 200 200 200")]
    [InlineData("GET", "/api/v1/products/nothing", "404 404 404 404 404 404")]
    [InlineData("GET", "/api/v1/categories", "200 200 200 200 200 200")]
    [InlineData("GET", "/api/v1/inventory/nothing", "401 403 403 404 404 403")]
    [InlineData("POST", "/api/v1/inventory/nothing/adjustments", "401 403 403 400 400 403")]
    [InlineData("POST", "/internal/v1/variants/lookup", "401 403 403 403 403 400")]
    [InlineData("POST", "/internal/v1/reservations", "401 403 403 403 403 400")]
    [InlineData("POST", "/internal/v1/reservations/01890000-0000-7000-8000-00000000aaaa/release", "401 403 403 403 403 204")]
    [InlineData("POST", "/internal/v1/reservations/01890000-0000-7000-8000-00000000bbbb/commit", "401 403 403 403 403 404")]
    [InlineData("GET", "/internal/v1/messaging/dead-letters", "401 403 403 403 200 200")]
    [InlineData("POST", "/internal/v1/messaging/dead-letters/redrive", "401 403 403 403 200 200")]
    public async Task Each_endpoint_lets_in_whom_it_should(string method, string path, string answers)
    {
        var answered = new List<int>();
        foreach (var caller in Callers)
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path);
            if (method == "POST")
            {
                request.Content = JsonContent.Create(new { });
            }

            answered.Add((int)(await ClientOf(caller).SendAsync(request)).StatusCode);
        }

        string.Join(' ', answered).ShouldBe(answers);
    }

    [Fact]
    public async Task A_lookup_tells_what_is_known_and_leaves_out_what_is_not()
    {
        var sku = await service.ScalarAsync<string>("SELECT sku FROM variants ORDER BY sku LIMIT 1");
        var response = await service.OrderService.PostAsJsonAsync("/internal/v1/variants/lookup", new { skus = new[] { sku, sku, "UNHEARD-OF" }, currency = "USD" });

        var variant = (await response.JsonAsync()).GetProperty("variants").EnumerateArray().ShouldHaveSingleItem();
        variant.GetProperty("sku").GetString().ShouldBe(sku);
        variant.GetProperty("isActive").GetBoolean().ShouldBeTrue();
        variant.GetProperty("unitPrice").GetInt64().ShouldBePositive();
        variant.GetProperty("categoryIds").GetArrayLength().ShouldBe(2);
    }

    private HttpClient ClientOf(string caller) => caller switch
    {
        "anonymous" => service.Anonymous(),
        "customer" => service.With(TestTokens.Customer(Guid.NewGuid())),
        "service" => service.OrderService,
        var role => service.With(TestTokens.Staff(role)),
    };
}
