using System.Net;
using Ecommerce.OrderService.Tests.Fixture;
using Ecommerce.Testing.Hosting;
using Ecommerce.Testing.Probing;
using Ecommerce.Testing.Telemetry;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Ecommerce.OrderService.Tests;

/// <summary><c>/metrics</c>, as every service has it.</summary>
public sealed class MetricsTests(OrderServiceFixture service)
{
    [Fact]
    public async Task Metrics_are_in_Prometheus_text_for_everybody_who_gets_them()
    {
        var client = service.Anonymous();
        (await client.GetAsync("/api/v1/orders")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

        // Kestrel counts a request after its answer is sent, and an answer of /metrics is kept for 300 ms.
        await Eventually.HoldsAsync(
            async () =>
            {
                var text = await client.GetStringAsync("/metrics");
                return text.Contains("# TYPE http_server_request_duration_seconds histogram\n", StringComparison.Ordinal)
                    && text.Contains("http_route=\"/api/v1/orders/\"", StringComparison.Ordinal)
                    && text.Contains("# TYPE db_client_connection_count gauge\n", StringComparison.Ordinal)
                    && text.Contains("# TYPE dotnet_gc_pause_time_seconds_total counter\n", StringComparison.Ordinal);
            },
            "the metrics of ASP.NET Core, Npgsql and the runtime are shown");
        (await client.GetStringAsync("/metrics")).ShouldContain("db_client_connection_pool_name=\"orderdb\"");
        using var answer = await client.GetAsync("/metrics");
        answer.Content.Headers.ContentType!.ToString().ShouldStartWith("text/plain; version=0.0.4");
        (await service.With(TestTokens.Customer(Guid.NewGuid())).PostAsync("/metrics", null)).StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        (await client.GetStringAsync("/openapi/v1.json")).ShouldNotContain("\"/metrics\"");
    }

    [Fact]
    public async Task A_scrape_of_the_metrics_makes_no_span()
    {
        await using var collector = await Collector.StartAsync();
        await using var traced = service.Factory.WithWebHostBuilder(collector.Listen);
        traced.UseKestrel(0);
        traced.StartServer();
        using var client = Collector.UntracedClient(traced.ClientOptions.BaseAddress);
        (await client.GetAsync("/metrics")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await client.GetAsync("/api/v1/orders?limit=7")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        await Eventually.HoldsAsync(
            () => Task.FromResult(collector.Exported("traces").Contains("/api/v1/orders", StringComparison.Ordinal)), "the later request is exported");
        collector.Exported("traces").ShouldNotContain("/metrics");
    }
}
