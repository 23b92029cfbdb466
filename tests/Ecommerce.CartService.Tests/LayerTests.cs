using Ecommerce.Testing.Architecture;

namespace Ecommerce.CartService.Tests;

public sealed class LayerTests
{
    [Fact]
    public void Each_layer_uses_only_what_it_may() => LayerRules.Violations(typeof(Program).Assembly.Location).ShouldBeEmpty();
}
