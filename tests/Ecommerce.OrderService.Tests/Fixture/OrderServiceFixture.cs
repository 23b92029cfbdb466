using Ecommerce.OrderService.Tests.Fixture;
using Ecommerce.Testing.Hosting;
using Microsoft.AspNetCore.Builder;

[assembly: AssemblyFixture(typeof(OrderServiceFixture))]

namespace Ecommerce.OrderService.Tests.Fixture;

public sealed class OrderServiceFixture() : ServiceFixture<Program>("order-service")
{
    public OtherServices Others { get; } = new();

    protected override IEnumerable<KeyValuePair<string, string>> Settings =>
        [new("GuestAccess:Key", "a key for tests only, long enough to pass")];

    protected override void MapOthers(WebApplication others) => Others.Map(others);
}
