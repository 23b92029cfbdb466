using System.Net.Http.Json;
using Ecommerce.ProductService.Tests.Fixture;
using Ecommerce.Testing.Access;
using Ecommerce.Testing.Hosting;

namespace Ecommerce.ProductService.Tests;

public sealed class AccessTests(ProductServiceFixture service)
{
    [Fact]
    public async Task Who_may_call_what_is_as_documented()
    {
        List<Caller> callers =
        [
            new("anonymous", service.Anonymous()),
            new("customer", service.With(TestTokens.Customer(Guid.NewGuid()))),
            new("other customer", service.With(TestTokens.Customer(Guid.NewGuid()))),
            new("support", service.With(TestTokens.Staff("support"))),
            new("merchandiser", service.With(TestTokens.Staff("merchandiser"))),
            new("admin", service.With(TestTokens.Staff("admin"))),
            new("service", service.OrderService),
        ];

        var (documented, found) = await new AccessTable(service.Services, callers).CompareAsync("product-service");

        found.ShouldNotContain("**5", customMessage: "no endpoint fails on an empty request");
        found.ShouldBe(documented);
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
}
