extern alias sandbox;

using Ecommerce.Testing.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ecommerce.PaymentService.Tests;

/// <summary>payment-service against the provider sandbox, which speaks Stripe's protocol over the wire.</summary>
public sealed class PaymentServiceFixture() : ServiceFixture<Program>("payment-service")
{
    public const string WebhookSecret = "whsec_payment_tests";

    private WebApplicationFactory<sandbox::Program> _sandbox = null!;
    private WebApplication _relay = null!;

    public HttpClient Sandbox { get; private set; } = null!;

    protected override IEnumerable<KeyValuePair<string, string>> Settings =>
    [
        new("urls", "http://127.0.0.1:0"),
        new("Stripe:ApiKey", "sk_test_sandbox"),
        new("Stripe:WebhookSecret", WebhookSecret),
        new("Stripe:BaseUrl", Sandbox.BaseAddress!.ToString()),
    ];

    public override async ValueTask InitializeAsync()
    {
        // The sandbox has to know where webhooks go before the service is there.
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _relay = builder.Build();
        _relay.MapPost("/webhooks/stripe", RelayAsync);
        await _relay.StartAsync();
        _sandbox = new WebApplicationFactory<sandbox::Program>().WithWebHostBuilder(host =>
        {
            host.UseSetting("urls", "http://127.0.0.1:0");
            host.UseSetting("Logging:LogLevel:Default", "Warning");
            host.UseSetting("Webhooks:FirstRetryMs", "50");
            host.UseSetting("Stripe:WebhookUrl", $"{_relay.Urls.Single()}/webhooks/stripe");
            host.UseSetting("Stripe:WebhookSecret", WebhookSecret);
        });
        _sandbox.UseKestrel(0);
        _sandbox.StartServer();
        Sandbox = _sandbox.CreateClient();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Sandbox.Dispose();
        await _sandbox.DisposeAsync();
        await _relay.DisposeAsync();
    }

    private async Task<IResult> RelayAsync(HttpRequest request)
    {
        using var client = Anonymous();
        using var message = new HttpRequestMessage(HttpMethod.Post, "/webhooks/stripe") { Content = new StreamContent(request.Body) };
        message.Headers.Add("Stripe-Signature", request.Headers["Stripe-Signature"].ToString());
        using var response = await client.SendAsync(message);
        return Results.StatusCode((int)response.StatusCode);
    }
}
