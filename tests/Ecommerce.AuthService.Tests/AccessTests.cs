using Ecommerce.AuthService.Tests.Fixture;
using Ecommerce.Testing.Access;

namespace Ecommerce.AuthService.Tests;

/// <summary>
/// Calls every endpoint as every kind of caller, key rotation and logout-everywhere included. It has a service of its own, because the other
/// tests sign in as the same staff.
/// </summary>
public sealed class AccessTests(AuthServiceFixture service) : IClassFixture<AuthServiceFixture>
{
    [Fact]
    public async Task Who_may_call_what_is_as_documented()
    {
        // Without a recent proof the critical endpoints refuse.
        var (support, merchandiser, admin) = (await service.StaffAsync("support"), await service.StaffAsync("merchandiser"), await service.StaffAsync("admin"));
        await support.AgeProofAsync();
        await merchandiser.AgeProofAsync();
        await admin.AgeProofAsync();
        List<Caller> callers =
        [
            new("anonymous", service.Anonymous()),
            new("customer", (await service.PersonAsync()).Client),
            new("other customer", (await service.PersonAsync()).Client),
            new("support", support.Client),
            new("merchandiser", merchandiser.Client),
            new("admin", admin.Client),
            new("service", await service.AsServiceAsync("order-service")),
            new("notification-service", await service.AsServiceAsync("notification-service")),
        ];

        var (documented, found) = await new AccessTable(service.Services, callers).CompareAsync("auth-service");

        found.ShouldNotContain("**5", customMessage: "no endpoint fails on an empty request");
        found.ShouldBe(documented);
    }
}
