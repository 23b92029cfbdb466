using Ecommerce.Testing.Access;
using Ecommerce.Testing.Hosting;

namespace Ecommerce.DiscountService.Tests;

public sealed class AccessTests(DiscountServiceFixture service)
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
            new("service", service.With(TestTokens.Service("order-service"))),
        ];

        var (documented, found) = await new AccessTable(service.Services, callers).CompareAsync("discount-service");

        found.ShouldNotContain("**5", customMessage: "no endpoint fails on an empty request");
        found.ShouldBe(documented);
    }
}
