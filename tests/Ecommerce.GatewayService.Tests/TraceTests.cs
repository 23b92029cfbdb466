using System.Net;
using Ecommerce.GatewayService.Tests.Fixture;
using Ecommerce.Testing.Probing;
using Ecommerce.Testing.Telemetry;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Ecommerce.GatewayService.Tests;

/// <summary>What a collector gets of a gateway that exports everything.</summary>
public sealed class TraceTests(GatewayFixture gateway)
{
    [Theory]
    [InlineData("/api/v1/users/wishlists/shared/")]
    [InlineData("/api/v1/users/me/data-exports/")]
    public async Task No_span_and_no_log_shows_the_secret_of_a_link(string path)
    {
        await using var collector = await Collector.StartAsync();
        await using var traced = gateway.Factory.WithWebHostBuilder(collector.Listen);
        traced.UseKestrel(0);
        traced.StartServer();
        var secret = $"{Guid.NewGuid():N}-secret";
        var marker = $"/api/v1/users/{Guid.NewGuid():N}";

        using var client = Collector.UntracedClient(traced.ClientOptions.BaseAddress);
        (await (await client.GetAsync(path + secret)).JsonAsync()).GetProperty("path").GetString().ShouldBe(path + secret);
        (await client.GetAsync($"{path}{secret}/and/more")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await client.GetAsync(marker)).StatusCode.ShouldBe(HttpStatusCode.OK);

        await Eventually.HoldsAsync(() => Task.FromResult(collector.Exported("traces").Contains(marker, StringComparison.Ordinal)), "the last request is exported");
        collector.Exported("traces").ShouldNotContain(secret);
        collector.Exported("logs").ShouldNotContain(secret);
        collector.Exported("traces").ShouldContain(path);
    }
}
