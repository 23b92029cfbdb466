using Ecommerce.ProductService.Domain;
using Ecommerce.Testing.Architecture;

namespace Ecommerce.ProductService.Tests;

public sealed class LayerTests
{
    [Fact]
    public void No_layer_uses_what_lies_outside_of_it() => LayerRules.Violations(typeof(Product).Assembly.Location).ShouldBeEmpty();
}
