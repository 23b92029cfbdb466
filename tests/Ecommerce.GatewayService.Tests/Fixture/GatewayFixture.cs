using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;
using Ecommerce.GatewayService.Tests.Fixture;
using Ecommerce.ServiceDefaults.Telemetry;
using Ecommerce.Testing.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

[assembly: AssemblyFixture(typeof(GatewayFixture))]

namespace Ecommerce.GatewayService.Tests.Fixture;

/// <summary>The gateway before a stub for each service that tells what reached it. return-service is away.</summary>
public sealed class GatewayFixture() : ServiceFixture<Program>("gateway-service")
{
    private static readonly string[] Others =
    [
        "auth-service", "user-service", "product-service", "cart-service", "order-service", "payment-service",
        "notification-service", "discount-service", "shipping-service",
    ];

    private readonly Dictionary<string, StubService> _stubs = [];

    /// <summary>The targets that reached any service.</summary>
    public ConcurrentQueue<string> Seen { get; } = [];

    /// <summary>Lets the live stream go on.</summary>
    public TaskCompletionSource StreamGoesOn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    protected override IEnumerable<KeyValuePair<string, string>> Settings =>
    [
        .. _stubs.Select(stub => new KeyValuePair<string, string>($"services:{stub.Key}:http:0", stub.Value.Address.ToString())),
        new("services:return-service:http:0", "http://127.0.0.1:1"),
        new("RateLimits:Factor", "1000"),
        new("Redis:Prefix", MessagingPrefix),
        new("Edge:AllowedOrigins:0", "https://shop.example"),
    ];

    public override async ValueTask InitializeAsync()
    {
        foreach (var name in Others)
        {
            _stubs[name] = await StubService.StartAsync(app => Map(app, name));
        }

        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        foreach (var stub in _stubs.Values)
        {
            await stub.DisposeAsync();
        }
    }

    /// <summary>Sends a target as it is, which no tidy client does.</summary>
    public Task<string> SendRawAsync(string target) =>
        SendBytesAsync($"GET {target} HTTP/1.1\r\nHost: {Factory.ClientOptions.BaseAddress.Authority}\r\nConnection: close\r\n\r\n");

    /// <summary>Sends bytes as they are, and gets what comes until the connection ends.</summary>
    public async Task<string> SendBytesAsync(string bytes)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var client = new TcpClient();
        var gateway = Factory.ClientOptions.BaseAddress;
        await client.ConnectAsync(gateway.Host, gateway.Port, timeout.Token);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(bytes), timeout.Token);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(timeout.Token);
    }

    private void Map(WebApplication app, string name)
    {
        app.MapGet("/api/v1/orders/live", async (HttpContext http) =>
        {
            http.Response.ContentType = "text/event-stream";
            await http.Response.WriteAsync("data: one\n\n");
            await http.Response.Body.FlushAsync();
            await StreamGoesOn.Task.WaitAsync(http.RequestAborted);
            await http.Response.WriteAsync("data: two\n\n");
        });
        app.Map("/{**path}", async (HttpContext http) =>
        {
            Seen.Enqueue(http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget);
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            return Results.Json(new
            {
                service = name,
                path = http.Request.Path.Value,
                length = body.Length,
                headers = http.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.Ordinal),
            });
        }).WithSecretPath(); // In this process a collector gets the stubs' spans too.
    }
}
