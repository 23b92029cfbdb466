extern alias sandbox;

using System.Security.Cryptography;
using Ecommerce.Contracts.Auth.Internal;
using Ecommerce.Testing.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Ecommerce.NotificationService.Tests;

/// <summary>notification-service against the provider sandbox, with a stub for auth-service's links.</summary>
public sealed class NotificationServiceFixture() : ServiceFixture<Program>("notification-service")
{
    private WebApplicationFactory<sandbox::Program> _sandbox = null!;

    public ECDsa WebhookKey { get; } = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public HttpClient Sandbox { get; private set; } = null!;

    protected override IEnumerable<KeyValuePair<string, string>> Settings =>
    [
        new("urls", "http://127.0.0.1:0"),
        new("SendGrid:ApiKey", "SG.sandbox"),
        new("SendGrid:BaseUrl", Sandbox.BaseAddress!.ToString()),
        new("SendGrid:WebhookPublicKey", Convert.ToBase64String(WebhookKey.ExportSubjectPublicKeyInfo())),
    ];

    protected override void MapOthers(WebApplication others) => others.MapGet(
        "/internal/v1/action-links/{id:guid}",
        (Guid id) => Results.Json(new ActionLinkDto($"https://shop.example/verify?token={id:N}", TimeProvider.System.GetUtcNow().AddHours(1))));

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
        WebhookKey.Dispose();
    }
}
