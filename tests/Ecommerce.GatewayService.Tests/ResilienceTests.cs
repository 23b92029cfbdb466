using System.Diagnostics;
using System.Net;
using Ecommerce.GatewayService.Resilience;
using Ecommerce.GatewayService.Routing;
using Ecommerce.GatewayService.Tests.Fixture;
using Ecommerce.Testing.Hosting;
using Ecommerce.Testing.Probing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Ecommerce.GatewayService.Tests;

public sealed class ResilienceTests
{
    [Fact]
    public async Task A_dead_service_is_cut_off_at_once_and_costs_other_routes_nothing()
    {
        await using var alive = await StubService.StartAsync(app => app.Map("/{**path}", () => Results.Json(new { })));
        await using var gateway = GatewayReplica.Start($"t{Guid.NewGuid():N}.", true,
            ("services:order-service:http:0", "http://127.0.0.1:1"), ("services:payment-service:http:0", alive.Address.ToString()));
        using var client = gateway.Anonymous();

        // First the failures themselves, then the refusal: both say when to come back.
        for (var i = 0; i < 40; i++)
        {
            var response = await client.GetAsync("/api/v1/orders");
            response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            response.Headers.RetryAfter!.Delta.ShouldNotBeNull();
            response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
            (await response.CodeAsync()).ShouldBe("dependency.unavailable");
        }

        var refused = await client.GetAsync("/api/v1/orders");
        refused.Headers.RetryAfter!.Delta!.Value.ShouldBeGreaterThan(TimeSpan.FromSeconds(2));
        (await client.GetAsync("/api/v1/payments/1")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_slow_service_holds_so_many_requests_and_no_more_while_other_routes_go_on()
    {
        var waiting = 0;
        var goOn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var slow = await StubService.StartAsync(app => app.Map("/{**path}", async () =>
        {
            Interlocked.Increment(ref waiting);
            await goOn.Task;
            return Results.Json(new { });
        }));
        await using var alive = await StubService.StartAsync(app => app.Map("/{**path}", () => Results.Json(new { })));
        await using var gateway = GatewayReplica.Start($"t{Guid.NewGuid():N}.", true,
            ("services:order-service:http:0", slow.Address.ToString()), ("services:payment-service:http:0", alive.Address.ToString()));
        using var client = gateway.Anonymous();

        var most = PlatformRoutes.At("/api/v1/orders").MostWaiting;
        var held = Enumerable.Range(0, most).Select(_ => client.GetAsync("/api/v1/orders")).ToArray();
        await Eventually.HoldsAsync(() => Task.FromResult(Volatile.Read(ref waiting) == most), "all of them wait");
        var refused = await client.GetAsync("/api/v1/orders");
        refused.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        refused.Headers.RetryAfter!.Delta.ShouldNotBeNull();
        (await refused.CodeAsync()).ShouldBe("dependency.busy");
        var watch = Stopwatch.StartNew();
        (await client.GetAsync("/api/v1/payments/1")).StatusCode.ShouldBe(HttpStatusCode.OK);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(1));

        goOn.SetResult();
        (await Task.WhenAll(held)).ShouldAllBe(response => response.StatusCode == HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_service_that_does_not_answer_in_time_is_given_up_and_at_last_cut_off()
    {
        await using var service = await StubService.StartAsync(app => app.Map("/{**path}", (HttpContext http) => Task.Delay(Timeout.Infinite, http.RequestAborted)));
        using var client = Client(TimeSpan.FromMilliseconds(50), service.Address);
        for (var i = 0; i < 10; i++)
        {
            await Should.ThrowAsync<TimeoutException>(() => client.SendAsync(Request(HttpMethod.Get, service), CancellationToken.None));
        }

        (await client.SendAsync(Request(HttpMethod.Get, service), CancellationToken.None)).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task A_service_that_is_back_is_tried_by_one_and_then_open_to_all()
    {
        var clock = new FakeTimeProvider();
        var isBroken = true;
        await using var service = await StubService.StartAsync(app => app.Map("/{**path}", (HttpContext http) =>
        {
            if (isBroken)
            {
                http.Abort();
            }
        }));
        using var client = Client(TimeSpan.FromSeconds(5), service.Address, clock);
        await Eventually.HoldsAsync(async () =>
        {
            try
            {
                return (await client.SendAsync(Request(HttpMethod.Get, service), CancellationToken.None)).StatusCode == HttpStatusCode.ServiceUnavailable;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        }, "it is cut off");

        isBroken = false;
        (await client.SendAsync(Request(HttpMethod.Get, service), CancellationToken.None)).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        clock.Advance(TimeSpan.FromSeconds(6));
        (await client.SendAsync(Request(HttpMethod.Get, service), CancellationToken.None)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await client.SendAsync(Request(HttpMethod.Get, service), CancellationToken.None)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("GET", 2)]
    [InlineData("HEAD", 2)]
    [InlineData("POST", 1)]
    [InlineData("PUT", 1)]
    [InlineData("PATCH", 1)]
    [InlineData("DELETE", 1)]
    public async Task Only_a_read_is_tried_a_second_time(string method, int attempts)
    {
        var seen = 0;
        await using var service = await StubService.StartAsync(app => app.Map("/{**path}", (HttpContext http) =>
        {
            if (Interlocked.Increment(ref seen) == 1)
            {
                http.Abort();
            }
        }));
        using var client = Client(TimeSpan.FromSeconds(5), service.Address);
        var sent = client.SendAsync(Request(new HttpMethod(method), service), CancellationToken.None);
        if (attempts == 1)
        {
            await Should.ThrowAsync<HttpRequestException>(() => sent);
        }
        else
        {
            (await sent).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        seen.ShouldBe(attempts);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(429)]
    public async Task What_a_service_answers_is_passed_on_once_and_cuts_nothing_off(int status)
    {
        var seen = 0;
        await using var service = await StubService.StartAsync(app => app.Map("/{**path}", () =>
        {
            Interlocked.Increment(ref seen);
            return Results.StatusCode(status);
        }));
        using var client = Client(TimeSpan.FromSeconds(5), service.Address);
        for (var i = 0; i < 30; i++)
        {
            ((int)(await client.SendAsync(Request(HttpMethod.Get, service), CancellationToken.None)).StatusCode).ShouldBe(status);
        }

        seen.ShouldBe(30);
    }

    private static HttpMessageInvoker Client(TimeSpan patience, Uri address, TimeProvider? clock = null) => new(
        new RouteHandler(new PlatformRoute(address.AbsolutePath, "test") { Patience = patience }, clock ?? TimeProvider.System, NullLogger<RouteHandler>.Instance)
        {
            InnerHandler = new SocketsHttpHandler(),
        });

    private static HttpRequestMessage Request(HttpMethod method, StubService service) => new(method, service.Address);
}
