extern alias sandbox;

using System.Collections.Concurrent;
using Ecommerce.Testing.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Ecommerce.ShippingService.Tests;

/// <summary>shipping-service with the demonstration zones, against the provider sandbox.</summary>
public sealed class ShippingServiceFixture() : ServiceFixture<Program>("shipping-service")
{
    public const string WebhookSecret = "shippo_tests";

    private WebApplicationFactory<sandbox::Program> _sandbox = null!;

    public HttpClient Sandbox { get; private set; } = null!;

    /// <summary>Orders for which the stub of order-service does not approve a dispatch.</summary>
    public ConcurrentDictionary<Guid, bool> Cancelled { get; } = [];

    protected override void MapOthers(WebApplication others) =>
        others.MapPost("/internal/v1/orders/{id:guid}/dispatch-approval", (Guid id) => Cancelled.ContainsKey(id)
            ? Results.Json(new { code = "order.not_allowed", detail = "A cancelled order cannot be dispatched." }, statusCode: 409)
            : Results.NoContent());

    protected override IEnumerable<KeyValuePair<string, string>> Settings =>
    [
        new("urls", "http://127.0.0.1:0"),
        new("Demo:Enabled", "true"),
        new("Shippo:ApiKey", "shippo_test_sandbox"),
        new("Shippo:WebhookSecret", WebhookSecret),
        new("Shippo:BaseUrl", Sandbox.BaseAddress!.ToString()),
    ];

    public override async ValueTask InitializeAsync()
    {
        _sandbox = new WebApplicationFactory<sandbox::Program>().WithWebHostBuilder(host =>
        {
            host.UseSetting("urls", "http://127.0.0.1:0");
            host.UseSetting("Logging:LogLevel:Default", "Warning");
        });
        _sandbox.UseKestrel(0);
        _sandbox.StartServer();
        Sandbox = _sandbox.CreateClient();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _sandbox.DisposeAsync();
    }
}
