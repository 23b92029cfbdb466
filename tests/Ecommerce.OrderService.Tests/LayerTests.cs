using Ecommerce.OrderService.Domain;
using Ecommerce.Testing.Architecture;

namespace Ecommerce.OrderService.Tests;

public sealed class LayerTests
{
    [Fact]
    public void No_layer_uses_what_lies_outside_of_it() => LayerRules.Violations(typeof(Order).Assembly.Location).ShouldBeEmpty();

    [Fact]
    public void A_seeded_violation_is_found() =>
        LayerRules.Violations(typeof(LayerTests).Assembly.Location).ShouldContain(violation => violation.StartsWith("Ecommerce.OrderService.Tests.Domain.SeededViolation"));
}
