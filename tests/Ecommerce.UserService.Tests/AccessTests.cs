using Ecommerce.Testing.Access;
using Ecommerce.Testing.Hosting;
using Ecommerce.UserService.Tests.Fixture;

namespace Ecommerce.UserService.Tests;

public sealed class AccessTests(UserServiceFixture service)
{
    [Fact]
    public async Task Who_may_call_what_is_as_documented()
    {
        List<Caller> callers =
        [
            new("anonymous", service.Anonymous()),
            new("customer", (await service.CustomerAsync()).Client),
            new("other customer", (await service.CustomerAsync()).Client),
            new("support", service.With(TestTokens.Staff("support"))),
            new("merchandiser", service.With(TestTokens.Staff("merchandiser"))),
            new("admin", service.With(TestTokens.Staff("admin"))),
            new("service", service.With(TestTokens.Service("order-service"))),
        ];

        var (documented, found) = await new AccessTable(service.Services, callers).CompareAsync("user-service");

        found.ShouldNotContain("**5", customMessage: "no endpoint fails on an empty request");
        found.ShouldBe(documented);
    }
}
