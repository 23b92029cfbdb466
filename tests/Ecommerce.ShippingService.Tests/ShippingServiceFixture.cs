extern alias sandbox;

using Ecommerce.Testing.Hosting;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Ecommerce.ShippingService.Tests;

/// <summary>shipping-service with the demonstration zones, against the provider sandbox.</summary>
public sealed class ShippingServiceFixture() : ServiceFixture<Program>("shipping-service")
{
    public const string WebhookSecret = "shippo_tests";

    private WebApplicationFactory<sandbox::Program> _sandbox = null!;

    public HttpClient Sandbox { get; private set; } = null!;

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
