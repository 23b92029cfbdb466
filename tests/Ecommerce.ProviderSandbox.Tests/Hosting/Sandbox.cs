using System.Net.Http.Headers;
using Ecommerce.ProviderSandbox.Hosting;
using Ecommerce.ProviderSandbox.Tests.Specs;
using Microsoft.AspNetCore.Builder;

namespace Ecommerce.ProviderSandbox.Tests.Hosting;

/// <summary>A sandbox on a free port, its webhooks' receiver, and a client that checks shapes.</summary>
public sealed class Sandbox : IAsyncDisposable
{
    public const string StripeSecret = "whsec_sandbox_tests";
    public const string ShippoSecret = "shippo_sandbox_tests";

    private readonly WebApplication app;
    private readonly ShapeCheckHandler shapes;

    private Sandbox(WebApplication app, Receiver receiver)
    {
        this.app = app;
        Receiver = receiver;
        shapes = new ShapeCheckHandler(new SocketsHttpHandler { AllowAutoRedirect = false });
        Http = new HttpClient(shapes) { BaseAddress = new Uri(app.Urls.Single()), Timeout = TimeSpan.FromSeconds(20) };
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "sk_test_sandbox");
    }

    public Receiver Receiver { get; }

    public HttpClient Http { get; }

    internal HashSet<string> CheckedOperations => shapes.Checked;

    public static async Task<Sandbox> StartAsync(params string[] settings)
    {
        var receiver = await Receiver.StartAsync();
        var app = SandboxHost.Build([
            "--urls=http://127.0.0.1:0",
            "--Logging:LogLevel:Default=Warning",
            "--Webhooks:FirstRetryMs=30",
            "--SendGrid:BatchMs=20",
            $"--Stripe:WebhookUrl={receiver.Url}/stripe",
            $"--Stripe:WebhookSecret={StripeSecret}",
            $"--SendGrid:WebhookUrl={receiver.Url}/sendgrid",
            $"--Shippo:WebhookUrl={receiver.Url}/shippo?token=shh",
            $"--Shippo:WebhookSecret={ShippoSecret}",
            .. settings.Select(setting => "--" + setting)]);
        await app.StartAsync();
        return new(app, receiver);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        await Receiver.DisposeAsync();
    }
}
