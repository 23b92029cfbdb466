extern alias sandbox;

using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Ecommerce.Contracts;
using Ecommerce.Contracts.Auth.Internal;
using Ecommerce.Messaging.Outbox;
using Ecommerce.NotificationService.Infrastructure.Persistence;
using Ecommerce.Testing.Hosting;
using Ecommerce.Testing.Probing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Ecommerce.NotificationService.Tests;

/// <summary>notification-service against the provider sandbox, with a stub for auth-service's links.</summary>
public sealed class NotificationServiceFixture() : ServiceFixture<Program>("notification-service")
{
    private WebApplicationFactory<sandbox::Program> _sandbox = null!;

    public ECDsa WebhookKey { get; } = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public HttpClient Sandbox { get; private set; } = null!;

    /// <summary>Who of the staff hears of low stock.</summary>
    public string[] Staff { get; } = [$"{Guid.NewGuid():N}@staff.example", $"{Guid.NewGuid():N}@staff.example"];

    /// <summary>The mails that went to an address.</summary>
    public async Task<JsonElement[]> MailsAsync(string address)
    {
        var answer = await Sandbox.GetFromJsonAsync<JsonElement>($"/sandbox/mails?to={address}");
        var mails = answer.ValueKind == JsonValueKind.Array ? answer : answer.EnumerateObject().First(member => member.Value.ValueKind == JsonValueKind.Array).Value;
        return [.. mails.EnumerateArray()];
    }

    /// <summary>Tells an event over the broker, as another service would; the same id is the same event again.</summary>
    public async Task TellAsync(IIntegrationEvent told, Guid id)
    {
        await using var scope = Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<NotificationDbContext>();
        context.AddToOutbox(told, TimeProvider.System.GetUtcNow());
        context.ChangeTracker.Entries<OutboxMessage>().Single().Property(message => message.Id).CurrentValue = id;
        await context.SaveChangesAsync();
        await Eventually.HoldsAsync(
            async () => !await context.Set<OutboxMessage>().AnyAsync(message => message.Id == id), "the event is sent");
    }

    protected override IEnumerable<KeyValuePair<string, string>> Settings =>
    [
        new("urls", "http://127.0.0.1:0"),
        new("Notifications:StaffRecipients:0", Staff[0]),
        new("Notifications:StaffRecipients:1", Staff[1]),
        new("Notifications:CartUrl", "https://shop.example/cart"),
        new("Notifications:StockUrl", "https://shop.example/stock/{sku}"),
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
