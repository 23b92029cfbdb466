using Ecommerce.Testing.Access;
using Ecommerce.Testing.Hosting;

namespace Ecommerce.CartService.Tests;

public sealed class AccessTests(CartServiceFixture service)
{
    [Fact]
    public async Task Who_may_call_what_is_as_documented()
    {
        List<Caller> callers =
        [
            new("anonymous", service.Anonymous()),
            new("customer", service.Customer(Guid.NewGuid())),
            new("other customer", service.Customer(Guid.NewGuid())),
            new("support", service.With(TestTokens.Staff("support"))),
            new("merchandiser", service.With(TestTokens.Staff("merchandiser"))),
            new("admin", service.With(TestTokens.Staff("admin"))),
            new("service", service.Service()),
        ];

        var (documented, found) = await new AccessTable(service.Services, callers).CompareAsync("cart-service");

        found.ShouldNotContain("**5", customMessage: "no endpoint fails on an empty request");
        found.ShouldBe(documented);
    }
}
