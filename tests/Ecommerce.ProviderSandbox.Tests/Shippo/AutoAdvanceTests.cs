using Ecommerce.ProviderSandbox.Tests.Hosting;

namespace Ecommerce.ProviderSandbox.Tests.Shippo;

public sealed class AutoAdvanceTests() : SandboxTest("Shippo:AutoAdvance=true", "Shippo:AutoAdvanceMs=30")
{
    [Fact]
    public async Task A_parcel_moves_by_itself_until_it_is_delivered()
    {
        await Sandbox.PostJsonAsync("/tracks", """{"carrier":"usps","tracking_number":"123"}""");

        await Poll.UntilAsync(() => Sandbox.Receiver.On("/shippo").Count == 3, "three steps");

        Sandbox.Receiver.On("/shippo").Select(webhook => webhook.Json.GetProperty("data").GetProperty("tracking_status").GetProperty("status").GetString())
            .ShouldBe(["PRE_TRANSIT", "TRANSIT", "DELIVERED"]);
    }
}
