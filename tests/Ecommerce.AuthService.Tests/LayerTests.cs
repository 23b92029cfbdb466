using Ecommerce.AuthService.Domain;
using Ecommerce.Testing.Architecture;

namespace Ecommerce.AuthService.Tests;

public sealed class LayerTests
{
    [Fact]
    public void No_layer_uses_what_lies_outside_of_it() => LayerRules.Violations(typeof(Account).Assembly.Location).ShouldBeEmpty();
}
