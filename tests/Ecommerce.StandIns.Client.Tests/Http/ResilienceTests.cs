using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly.CircuitBreaker;
using Polly.RateLimiting;
using Polly.Timeout;

namespace Ecommerce.StandIns.Client.Tests.Http;

public sealed class ResilienceTests
{
    [Fact]
    public void The_defaults_are_those_of_the_real_package()
    {
        var options = new HttpStandardResilienceOptions();

        (options.TotalRequestTimeout.Timeout, options.AttemptTimeout.Timeout).ShouldBe((TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(10)));
        (options.Retry.MaxRetryAttempts, options.Retry.Delay, options.Retry.UseJitter).ShouldBe((3, TimeSpan.FromSeconds(2), true));
        (options.CircuitBreaker.FailureRatio, options.CircuitBreaker.MinimumThroughput).ShouldBe((0.1, 100));
        (options.CircuitBreaker.SamplingDuration, options.CircuitBreaker.BreakDuration).ShouldBe((TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(5)));
        options.RateLimiter.DefaultRateLimiterOptions.PermitLimit.ShouldBe(1000);
    }

    [Fact]
    public async Task A_failure_that_passes_is_retried()
    {
        var calls = 0;
        await using var server = await TestServer.StartAsync(app => app.MapGet("/", () => Interlocked.Increment(ref calls) < 3 ? Results.StatusCode(503) : Results.Ok()));
        using var client = Client(server, o => o.Retry.Delay = TimeSpan.FromMilliseconds(10));

        (await client.GetAsync("/", Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);
        calls.ShouldBe(3);
    }

    [Fact]
    public async Task Retry_After_wins_over_the_computed_delay()
    {
        var calls = 0;
        await using var server = await TestServer.StartAsync(app => app.MapGet("/", (HttpContext context) =>
        {
            context.Response.Headers.RetryAfter = "1";
            return Interlocked.Increment(ref calls) < 2 ? Results.StatusCode(429) : Results.Ok();
        }));
        using var client = Client(server, o => o.Retry.Delay = TimeSpan.FromMilliseconds(1));

        var since = Stopwatch.GetTimestamp();
        (await client.GetAsync("/", Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);
        Stopwatch.GetElapsedTime(since).TotalSeconds.ShouldBeGreaterThan(0.9);
    }

    [Fact]
    public async Task Unsafe_methods_are_not_retried_where_that_is_switched_off()
    {
        var calls = 0;
        await using var server = await TestServer.StartAsync(app => app.MapMethods("/", ["GET", "POST"], () =>
        {
            Interlocked.Increment(ref calls);
            return Results.StatusCode(500);
        }));
        using var client = Client(server, o =>
        {
            o.Retry.Delay = TimeSpan.FromMilliseconds(1);
            o.Retry.DisableForUnsafeHttpMethods();
        });

        (await client.PostAsync("/", null, Cancel)).StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        calls.ShouldBe(1);
        (await client.GetAsync("/", Cancel)).StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        calls.ShouldBe(5);
    }

    [Fact]
    public async Task A_slow_attempt_is_cut_off_and_tried_again()
    {
        var calls = 0;
        await using var server = await TestServer.StartAsync(app => app.MapGet("/", async (CancellationToken cancel) =>
        {
            if (Interlocked.Increment(ref calls) == 1)
            {
                await Task.Delay(10_000, cancel);
            }

            return Results.Ok();
        }));
        using var client = Client(server, o =>
        {
            o.AttemptTimeout.Timeout = TimeSpan.FromMilliseconds(300);
            o.Retry.Delay = TimeSpan.FromMilliseconds(1);
        });

        (await client.GetAsync("/", Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);
        calls.ShouldBe(2);
    }

    [Fact]
    public async Task The_total_time_out_ends_all_attempts()
    {
        await using var server = await TestServer.StartAsync(app => app.MapGet("/", async (CancellationToken cancel) => await Task.Delay(10_000, cancel)));
        using var client = Client(server, o =>
        {
            o.AttemptTimeout.Timeout = TimeSpan.FromMilliseconds(300);
            o.TotalRequestTimeout.Timeout = TimeSpan.FromMilliseconds(700);
            o.Retry.Delay = TimeSpan.FromMilliseconds(1);
        });

        await Should.ThrowAsync<TimeoutRejectedException>(() => client.GetAsync("/", Cancel));
    }

    [Fact]
    public async Task The_breaker_opens_and_closes_again_and_each_authority_has_its_own()
    {
        var healthy = false;
        await using var bad = await TestServer.StartAsync(app => app.MapGet("/", () => healthy ? Results.Ok() : Results.StatusCode(500)));
        await using var good = await TestServer.StartAsync(app => app.MapGet("/", () => Results.Ok()));
        using var services = Services(o =>
        {
            o.Retry.ShouldHandle = static _ => ValueTask.FromResult(false);
            o.CircuitBreaker.MinimumThroughput = 5;
            o.CircuitBreaker.BreakDuration = TimeSpan.FromMilliseconds(500);
        });
        using var client = services.GetRequiredService<IHttpClientFactory>().CreateClient("test");
        for (var i = 0; i < 5; i++)
        {
            (await client.GetAsync(bad.Url, Cancel)).StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        }

        await Should.ThrowAsync<BrokenCircuitException>(() => client.GetAsync(bad.Url, Cancel));
        (await client.GetAsync(good.Url, Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);

        healthy = true;
        await Probe.UntilAsync(async () => (await client.GetAsync(bad.Url, Cancel)).IsSuccessStatusCode, "the breaker closes");
    }

    [Fact]
    public async Task More_requests_at_once_than_allowed_are_refused()
    {
        var gate = new TaskCompletionSource();
        await using var server = await TestServer.StartAsync(app => app.MapGet("/", () => gate.Task));
        using var client = Client(server, o => o.RateLimiter.DefaultRateLimiterOptions.PermitLimit = 1);

        var first = client.GetAsync("/", Cancel);
        await Should.ThrowAsync<RateLimiterRejectedException>(() => client.GetAsync("/", Cancel));
        gate.SetResult();
        (await first).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Time_outs_that_contradict_each_other_are_refused()
    {
        using var services = Services(o => o.AttemptTimeout.Timeout = TimeSpan.FromSeconds(40));
        using var client = services.GetRequiredService<IHttpClientFactory>().CreateClient("test");
        await Should.ThrowAsync<OptionsValidationException>(() => client.GetAsync("http://127.0.0.1:1", Cancel));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static HttpClient Client(TestServer server, Action<HttpStandardResilienceOptions> configure)
    {
        var client = Services(configure).GetRequiredService<IHttpClientFactory>().CreateClient("test");
        client.BaseAddress = new Uri(server.Url);
        return client;
    }

    private static ServiceProvider Services(Action<HttpStandardResilienceOptions> configure)
    {
        var services = new ServiceCollection();
        services.AddHttpClient("test").AddStandardResilienceHandler(configure).SelectPipelineByAuthority();
        return services.BuildServiceProvider();
    }
}
