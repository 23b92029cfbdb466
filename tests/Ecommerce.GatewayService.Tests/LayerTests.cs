using Ecommerce.GatewayService.Routing;
using Ecommerce.Testing.Architecture;

namespace Ecommerce.GatewayService.Tests;

public sealed class LayerTests
{
    [Fact]
    public void No_layer_uses_what_lies_outside_of_it() => LayerRules.Violations(typeof(PlatformRoutes).Assembly.Location).ShouldBeEmpty();
}
