using System.Collections.Concurrent;
using System.Diagnostics;
using Ecommerce.StandIns.Client.Tests.Http;
using Ecommerce.StandIns.Client.Tests.Redis;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using StackExchange.Redis;

namespace Ecommerce.StandIns.Client.Tests.Telemetry;

public sealed class TelemetryTests(RedisFixture redis)
{
    [Fact]
    public async Task A_request_has_one_server_span_with_the_standard_name_and_tags_in_the_callers_trace()
    {
        var spans = new Spans();
        await using var server = await ServerAsync(spans, app => app.MapGet("/orders/{id}", (string id) => id));
        using var client = new HttpClient();
        var marker = Guid.CreateVersion7().ToString("N");

        (await client.GetStringAsync($"{server.Url}/orders/{marker}?secret=1", Cancel)).ShouldBe(marker);

        var span = await spans.OneAsync(a => a.Kind == ActivityKind.Server && (string?)a.GetTagItem("url.path") == "/orders/" + marker);
        var outgoing = await spans.OneAsync(a => a.Kind == ActivityKind.Client && a.SpanId == span.ParentSpanId);
        outgoing.TraceId.ShouldBe(span.TraceId);
        outgoing.GetTagItem("http.request.method").ShouldBe("GET");
        outgoing.GetTagItem("server.address").ShouldBe("127.0.0.1");
        span.DisplayName.ShouldBe("GET /orders/{id}");
        span.GetTagItem("http.request.method").ShouldBe("GET");
        span.GetTagItem("http.route").ShouldBe("/orders/{id}");
        span.GetTagItem("http.response.status_code").ShouldBe(200);
        span.GetTagItem("url.scheme").ShouldBe("http");
        span.GetTagItem("url.query").ShouldBe("?secret=Redacted");
        span.GetTagItem("server.address").ShouldBe("127.0.0.1");
        span.GetTagItem("server.port").ShouldBe(new Uri(server.Url).Port);
        span.GetTagItem("network.protocol.version").ShouldBe("1.1");
        span.Status.ShouldBe(ActivityStatusCode.Unset);
    }

    [Fact]
    public async Task A_span_continues_the_traceparent_of_the_request()
    {
        var spans = new Spans();
        await using var server = await ServerAsync(spans, app => app.MapGet("/w3c", () => Activity.Current?.TraceId.ToHexString()));
        using var client = new HttpClient(new SocketsHttpHandler { ActivityHeadersPropagator = null });
        using var request = new HttpRequestMessage(HttpMethod.Get, server.Url + "/w3c");
        request.Headers.Add("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

        (await (await client.SendAsync(request, Cancel)).Content.ReadAsStringAsync(Cancel)).ShouldBe("0af7651916cd43dd8448eb211c80319c");

        (await spans.OneAsync(a => IsOf(server, a))).ParentSpanId.ToHexString().ShouldBe("b7ad6b7169203331");
    }

    [Fact]
    public async Task An_exception_marks_the_span_and_a_filtered_request_has_none()
    {
        var spans = new Spans();
        await using var server = await ServerAsync(
            spans,
            app =>
            {
                app.MapGet("/boom", string () => throw new InvalidOperationException("for the test"));
                app.MapGet("/health", () => "ok");
            },
            filtered: "/health");
        using var client = new HttpClient();
        await client.GetAsync(server.Url + "/health", Cancel);
        await client.GetAsync(server.Url + "/boom", Cancel);

        var span = await spans.OneAsync(a => IsOf(server, a));
        span.GetTagItem("url.path").ShouldBe("/boom");
        span.Status.ShouldBe(ActivityStatusCode.Error);
        span.GetTagItem("error.type").ShouldBe("System.InvalidOperationException");
        span.Events.ShouldHaveSingleItem().Name.ShouldBe("exception");
    }

    [Fact]
    public async Task The_Redis_client_is_registered_with_health_check_and_spans()
    {
        var spans = new Spans();
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["ConnectionStrings:redis"] = redis.ConnectionString });
        builder.AddRedisClient("redis");
        builder.Services.AddOpenTelemetry().WithTracing(tracing => tracing.AddProcessor(spans));
        using var host = builder.Build();
        await host.StartAsync(Cancel);

        using var parent = new Activity("test") { ActivityTraceFlags = ActivityTraceFlags.Recorded }.Start();
        await host.Services.GetRequiredService<IConnectionMultiplexer>().GetDatabase().StringGetAsync(redis.Key());
        var health = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(Cancel);

        health.Entries.Keys.ShouldContain("StackExchange.Redis");
        health.Status.ShouldBe(HealthStatus.Healthy);
        var span = await spans.OneAsync(a => a.DisplayName == "GET" && a.TraceId == parent.TraceId);
        span.Kind.ShouldBe(ActivityKind.Client);
        span.Source.Name.ShouldBe("OpenTelemetry.Instrumentation.StackExchangeRedis");
        span.GetTagItem("db.system").ShouldBe("redis");
    }

    [Fact]
    public async Task The_metrics_of_server_client_and_runtime_are_collected()
    {
        var metrics = new List<Metric>();
        await using var server = await TestServer.StartAsync(
            app => app.MapGet("/", () => "x"),
            builder => builder.Services.AddOpenTelemetry().WithMetrics(m => m
                .AddAspNetCoreInstrumentation().AddHttpClientInstrumentation().AddRuntimeInstrumentation()
                .AddReader(new BaseExportingMetricReader(new Into(metrics)))));
        using var client = new HttpClient();
        await client.GetStringAsync(server.Url, Cancel);

        server.Services.GetRequiredService<MeterProvider>().ForceFlush();

        var names = metrics.Select(m => m.Name).ToHashSet();
        names.ShouldContain("http.server.request.duration");
        names.ShouldContain("http.client.request.duration");
        names.ShouldContain("dotnet.process.cpu.time");
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    // Other tests of the process make spans as well.
    private static bool IsOf(TestServer server, Activity span)
        => span.Kind == ActivityKind.Server && span.GetTagItem("server.port") is int port && port == new Uri(server.Url).Port;

    private static Task<TestServer> ServerAsync(Spans spans, Action<WebApplication> map, string? filtered = null) => TestServer.StartAsync(
        map,
        builder => builder.Services.AddOpenTelemetry().WithTracing(tracing => tracing
            .SetSampler(new AlwaysOnSampler())
            .AddAspNetCoreInstrumentation(options =>
            {
                options.RecordException = true;
                options.Filter = context => context.Request.Path != filtered;
            })
            .AddHttpClientInstrumentation()
            .AddProcessor(spans)));

    private sealed class Spans : BaseProcessor<Activity>
    {
        private readonly ConcurrentQueue<Activity> _ended = new();

        public override void OnEnd(Activity data)
        {
            if (data.IsAllDataRequested)
            {
                _ended.Enqueue(data);
            }
        }

        public async Task<Activity> OneAsync(Func<Activity, bool> match)
        {
            // The real Redis client's spans are collected every ten seconds.
            await Probe.UntilAsync(() => _ended.Any(match), "the span ends", seconds: 15);
            return _ended.Where(match).ShouldHaveSingleItem();
        }
    }

    private sealed class Into(List<Metric> metrics) : BaseExporter<Metric>
    {
        public override ExportResult Export(in Batch<Metric> batch)
        {
            foreach (var metric in batch)
            {
                metrics.Add(metric);
            }

            return ExportResult.Success;
        }
    }
}
