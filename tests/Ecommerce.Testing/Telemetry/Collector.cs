using System.Collections.Concurrent;
using System.Text;
using Ecommerce.Testing.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Ecommerce.Testing.Telemetry;

/// <summary>Takes what a service exports (OTLP over HTTP), as a collector does. Texts are readable in it as they are.</summary>
public sealed class Collector : IAsyncDisposable
{
    private readonly ConcurrentQueue<(string Kind, string Text)> _exported = [];
    private StubService _stub = null!;

    /// <summary>Starts it on a free port.</summary>
    public static async Task<Collector> StartAsync()
    {
        var collector = new Collector();
        collector._stub = await StubService.StartAsync(app => app.MapPost("/v1/{kind}", async (string kind, HttpContext http) =>
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            collector._exported.Enqueue((kind, Encoding.UTF8.GetString(body.ToArray())));
            return Results.Bytes([], "application/x-protobuf");
        }));
        return collector;
    }

    /// <summary>A client whose calls are no spans: it is in the process of the service under test, and would be exported with it.</summary>
    public static HttpClient UntracedClient(Uri service) => new(new SocketsHttpHandler { ActivityHeadersPropagator = null }) { BaseAddress = service };

    /// <summary>What came so far: <c>traces</c>, <c>logs</c> or <c>metrics</c>.</summary>
    public string Exported(string kind) => string.Concat(_exported.Where(export => export.Kind == kind).Select(export => export.Text));

    /// <summary>Has a service export everything to it, at once and with all details.</summary>
    public void Listen(IWebHostBuilder host)
    {
        host.UseSetting("OTEL_EXPORTER_OTLP_ENDPOINT", _stub.Address.ToString());
        host.UseSetting("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf");
        host.UseSetting("OTEL_BSP_SCHEDULE_DELAY", "50");
        host.UseSetting("OTEL_BLRP_SCHEDULE_DELAY", "50");
        host.UseSetting("Logging:LogLevel:Default", "Debug");
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _stub.DisposeAsync();
}
