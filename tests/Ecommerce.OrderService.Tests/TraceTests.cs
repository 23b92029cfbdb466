using System.Net;
using Ecommerce.OrderService.Tests.Fixture;
using Ecommerce.Testing.Hosting;
using Ecommerce.Testing.Probing;
using Ecommerce.Testing.Telemetry;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Ecommerce.OrderService.Tests;

/// <summary>Which traces begin, as in every service.</summary>
public sealed class TraceTests(OrderServiceFixture service)
{
    [Fact]
    public async Task Queries_of_loops_that_look_for_work_begin_no_traces()
    {
        await using var collector = await Collector.StartAsync();
        await using var traced = service.Factory.WithWebHostBuilder(collector.Listen);
        traced.UseKestrel(0);
        traced.StartServer();
        using var client = Collector.UntracedClient(traced.ClientOptions.BaseAddress);
        client.DefaultRequestHeaders.Authorization = new("Bearer", TestTokens.Customer(Guid.NewGuid()));

        (await client.GetAsync("/api/v1/orders")).StatusCode.ShouldBe(HttpStatusCode.OK);

        await Eventually.HoldsAsync(
            () => Task.FromResult(
                collector.Exported("traces").Contains("/api/v1/orders", StringComparison.Ordinal)
                && collector.Exported("traces").Contains("FROM orders", StringComparison.Ordinal)),
            "the request and its query are exported");
        collector.Exported("traces").ShouldNotContain("outbox");
        collector.Exported("traces").ShouldNotContain("pg_try_advisory_lock");
    }

    [Fact]
    public async Task No_more_traces_begin_in_a_second_than_the_setting_says()
    {
        const int Requests = 60;
        await using var collector = await Collector.StartAsync();
        await using var traced = service.Factory.WithWebHostBuilder(host =>
        {
            collector.Listen(host);
            host.UseSetting("Telemetry:TracesPerSecond", "1");
        });
        traced.UseKestrel(0);
        traced.StartServer();
        using var client = Collector.UntracedClient(traced.ClientOptions.BaseAddress);

        for (var i = 0; i < Requests; i++)
        {
            (await client.GetAsync("/api/v1/orders/search")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        }

        var later = $"/api/v1/orders/{Guid.NewGuid()}";
        await Eventually.HoldsAsync(
            async () =>
            {
                await client.GetAsync(later);
                return collector.Exported("traces").Contains(later, StringComparison.Ordinal);
            },
            "a later request is exported");

        // Each span has its path and its route.
        ((collector.Exported("traces").Split("/api/v1/orders/search").Length - 1) / 2).ShouldBeLessThan(Requests / 2);
    }
}
