using Ecommerce.ProviderSandbox.Storage;
using Ecommerce.ProviderSandbox.Tests.Hosting;

namespace Ecommerce.ProviderSandbox.Tests.Control;

public sealed class BoundsTests() : SandboxTest("Sandbox:MaxObjects=10")
{
    [Fact]
    public async Task The_oldest_finished_payments_go_and_the_sums_stay()
    {
        for (var index = 0; index < 25; index++)
        {
            await Sandbox.PayAsync(more: ("capture_method", "automatic"));
        }

        var summary = (await Sandbox.GetAsync("/sandbox/stripe/summary")).Json;
        summary.GetProperty("payments").GetInt64().ShouldBe(25);
        summary.GetProperty("evicted").GetInt64().ShouldBe(15);
        summary.GetProperty("currencies").GetProperty("usd").GetProperty("captured").GetProperty("sum").GetInt64().ShouldBe(25 * 1999);
        (await Sandbox.GetAsync("/v1/charges?limit=100")).Json.GetProperty("data").GetArrayLength().ShouldBe(10);
    }

    [Fact]
    public void Unfinished_ones_stay_as_far_as_twice_the_capacity()
    {
        var store = new BoundedStore<string>(10, item => item, _ => false);

        for (var index = 0; index < 50; index++)
        {
            store.Add($"item {index}");
        }

        store.Count.ShouldBe(20);
        store.Find("item 49").ShouldNotBeNull();
        store.Find("item 0").ShouldBeNull();
    }
}
