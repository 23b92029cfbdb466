using Ecommerce.Testing.Architecture;

namespace Ecommerce.NotificationService.Tests;

public sealed class LayerTests
{
    [Fact]
    public void The_layers_keep_to_their_arrows() => LayerRules.Violations(typeof(Program).Assembly.Location).ShouldBeEmpty();
}
