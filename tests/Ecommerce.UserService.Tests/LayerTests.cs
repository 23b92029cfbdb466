using Ecommerce.Testing.Architecture;
using Ecommerce.UserService.Domain;

namespace Ecommerce.UserService.Tests;

public sealed class LayerTests
{
    [Fact]
    public void No_layer_uses_what_lies_outside_of_it() => LayerRules.Violations(typeof(Customer).Assembly.Location).ShouldBeEmpty();
}
