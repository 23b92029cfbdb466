using Ecommerce.OrderService.Tests.Fixture;
using Ecommerce.Testing.Hosting;
using Microsoft.AspNetCore.Builder;

[assembly: AssemblyFixture(typeof(OrderServiceFixture))]

namespace Ecommerce.OrderService.Tests.Fixture;

public sealed class OrderServiceFixture() : ServiceFixture<Program>("order-service")
{
    public OtherServices Others { get; } = new();

    public Broker Broker { get; private set; } = null!;

    protected override IEnumerable<KeyValuePair<string, string>> Settings =>
        [new("GuestAccess:Key", "a key for tests only, long enough to pass")];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Broker = await Broker.ConnectAsync(MessagingPrefix);
    }

    public override async ValueTask DisposeAsync()
    {
        await Broker.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override void MapOthers(WebApplication others) => Others.Map(others);
}
