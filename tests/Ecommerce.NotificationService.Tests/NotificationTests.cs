using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ecommerce.Contracts;
using Ecommerce.Contracts.Auth;
using Ecommerce.Contracts.Returns;
using Ecommerce.Contracts.User;
using Ecommerce.Messaging.Consuming;
using Ecommerce.NotificationService.Application.Compose;
using Ecommerce.NotificationService.Infrastructure.Persistence;
using Ecommerce.Testing.Hosting;
using Ecommerce.Testing.Probing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Ecommerce.NotificationService.Tests;

public sealed class NotificationTests(NotificationServiceFixture fixture)
{
    private readonly Guid _customer = Guid.CreateVersion7();
    private readonly string _address = $"{Guid.NewGuid():N}@example.com";

    [Fact]
    public async Task A_mail_is_written_in_the_persons_language_and_encoded()
    {
        await TellAsync(new ReturnRejected(
            Guid.CreateVersion7(), "R-1", Guid.CreateVersion7(), "4T9K2", _customer, _address, "de-AT", [], "<b>Zu spät</b>", TimeProvider.System.GetUtcNow()));
        var mail = await MailAsync();
        mail.GetProperty("subject").GetString().ShouldBe("Ihre Rücksendung R-1");
        mail.GetProperty("text").GetString()!.ShouldContain("<b>Zu spät</b>");
        mail.GetProperty("html").GetString()!.ShouldNotContain("<b>Zu");
    }

    [Fact]
    public async Task A_link_is_asked_for_when_the_mail_is_made_and_stored_nowhere()
    {
        var linkId = Guid.CreateVersion7();
        await TellAsync(new ActionLinkRequested(
            _customer, _address, "Ada", "en", "emailVerification", linkId, TimeProvider.System.GetUtcNow().AddHours(1)));
        (await MailAsync()).GetProperty("text").GetString()!.ShouldContain($"https://shop.example/verify?token={linkId:N}");
        await using var command = fixture.Database.CreateCommand("SELECT count(*) FROM notifications WHERE data::text LIKE '%token%'");
        (await command.ExecuteScalarAsync()).ShouldBe(0L);
    }

    [Fact]
    public async Task The_owner_of_an_account_is_told_of_a_login_on_a_new_device()
    {
        await TellAsync(new NewDeviceLoggedIn(_customer, _address, "Ada", "en", Guid.CreateVersion7(), "<Firefox>", TimeProvider.System.GetUtcNow()));
        var mail = await MailAsync();
        mail.GetProperty("subject").GetString().ShouldBe("A login on a new device");
        mail.GetProperty("text").GetString()!.ShouldContain("Device: <Firefox>");
        mail.GetProperty("html").GetString()!.ShouldNotContain("<Firefox>");
    }

    [Fact]
    public async Task The_same_event_is_one_mail_and_an_outage_delays_it()
    {
        using var fault = await fixture.Sandbox.PutAsJsonAsync("/sandbox/faults", new[] { new { kind = "fail", provider = "sendgrid", status = 503, count = 1 } });
        fault.EnsureSuccessStatusCode();
        var told = Refunded();
        var eventId = Guid.NewGuid();
        await TellAsync(told, eventId);
        await Should.ThrowAsync<DbUpdateException>(() => TellAsync(told, eventId));
        await MailAsync();
        (await MailsAsync()).Length.ShouldBe(1);
    }

    [Fact]
    public async Task What_became_of_a_mail_is_told_by_signed_notices_only()
    {
        await TellAsync(Refunded());
        await MailAsync();
        var history = await HistoryAsync();
        var id = history.GetProperty("items")[0].GetProperty("id").GetGuid();
        var body = JsonSerializer.Serialize(new[] { new { @event = "delivered", notification_id = id, sg_event_id = "e" } });
        (await NoticeAsync(body, "AAAA")).ShouldBe(HttpStatusCode.BadRequest);
        var signature = Convert.ToBase64String(fixture.WebhookKey.SignData(
            Encoding.UTF8.GetBytes("1700000000" + body), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
        (await NoticeAsync(body, signature)).ShouldBe(HttpStatusCode.OK);
        (await NoticeAsync(body, signature)).ShouldBe(HttpStatusCode.OK);
        (await HistoryAsync()).GetProperty("items")[0].GetProperty("delivery").GetString().ShouldBe("delivered");
        using var guest = await fixture.Anonymous().GetAsync("/api/v1/notifications");
        guest.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_wished_article_is_told_of_only_to_who_agreed_and_only_until_they_no_longer_do()
    {
        var now = TimeProvider.System.GetUtcNow();
        await TellAsync(Notice("Before consent"));
        await TellAsync(Preferences(true, now));
        await TellAsync(Notice("Blue cup"));
        await TellAsync(Preferences(false, now.AddMinutes(1)));
        await TellAsync(Preferences(true, now.AddSeconds(-1)));
        await TellAsync(Notice("After consent"));

        await MailAsync();
        var mails = await MailsAsync();
        mails.Length.ShouldBe(1);
        mails[0].GetProperty("subject").GetString().ShouldBe("Blue cup costs less now");
        mails[0].GetProperty("text").GetString()!.ShouldContain("It was 19.99 USD");
        (await HistoryAsync()).GetProperty("items").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Who_is_forgotten_has_no_messages_and_a_late_event_brings_none_back()
    {
        await TellAsync(Preferences(true, TimeProvider.System.GetUtcNow()));
        await TellAsync(Refunded());
        await MailAsync();
        (await fixture.ExportAsync(_customer)).GetProperty("notifications")[0].GetProperty("recipient").GetString().ShouldBe(_address);

        (await fixture.EraseAsync(_customer)).ShouldBeTrue();
        (await fixture.EraseAsync(_customer)).ShouldBeTrue();
        await TellAsync(Refunded());
        await TellAsync(Preferences(true, TimeProvider.System.GetUtcNow()));
        await using var command = fixture.Database.CreateCommand(
            $"SELECT (SELECT count(*) FROM notifications WHERE recipient = '{_address}') + (SELECT count(*) FROM marketing_consents WHERE id = '{_customer}')");
        (await command.ExecuteScalarAsync()).ShouldBe(0L);
    }

    private WishlistNotice Notice(string name) => new(
        _customer, _address, "en", "priceDrop", "CUP-1", Guid.CreateVersion7(), name, new MoneyDto(1999, "USD"), new MoneyDto(999, "USD"), TimeProvider.System.GetUtcNow());

    private PreferencesChanged Preferences(bool email, DateTimeOffset at) => new(_customer, "en", "USD", email, false, false, at);

    private ReturnRefunded Refunded() => new(
        Guid.CreateVersion7(), "R-2", Guid.CreateVersion7(), "4T9K2", _customer, _address, "en", [], new MoneyDto(1999, "USD"), TimeProvider.System.GetUtcNow());

    private async Task TellAsync(IIntegrationEvent told, Guid? eventId = null)
    {
        await using var scope = fixture.Services.CreateAsyncScope();
        var about = new EventContext(eventId ?? Guid.NewGuid(), "", "test", told.Subject, TimeProvider.System.GetUtcNow());
        await (told switch
        {
            ReturnRejected e => ActivatorUtilities.CreateInstance<ReturnRejectedHandler>(scope.ServiceProvider).HandleAsync(e, about, default),
            ReturnRefunded e => ActivatorUtilities.CreateInstance<ReturnRefundedHandler>(scope.ServiceProvider).HandleAsync(e, about, default),
            NewDeviceLoggedIn e => ActivatorUtilities.CreateInstance<NewDeviceLoggedInHandler>(scope.ServiceProvider).HandleAsync(e, about, default),
            ActionLinkRequested e => ActivatorUtilities.CreateInstance<ActionLinkRequestedHandler>(scope.ServiceProvider).HandleAsync(e, about, default),
            PreferencesChanged e => ActivatorUtilities.CreateInstance<PreferencesChangedHandler>(scope.ServiceProvider).HandleAsync(e, about, default),
            WishlistNotice e => ActivatorUtilities.CreateInstance<WishlistNoticeHandler>(scope.ServiceProvider).HandleAsync(e, about, default),
            _ => throw new ArgumentException("Nobody handles it.", nameof(told)),
        });
        await scope.ServiceProvider.GetRequiredService<NotificationDbContext>().SaveChangesAsync();
    }

    private Task<JsonElement[]> MailsAsync() => fixture.MailsAsync(_address);

    private async Task<JsonElement> MailAsync() =>
        (await Eventually.GetAsync(MailsAsync, mails => mails.Length > 0, "the mail is there"))[0];

    private Task<JsonElement> HistoryAsync() =>
        fixture.With(TestTokens.Customer(_customer)).GetFromJsonAsync<JsonElement>("/api/v1/notifications");

    private async Task<HttpStatusCode> NoticeAsync(string body, string signature)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, "/webhooks/sendgrid") { Content = new StringContent(body) };
        message.Headers.Add("X-Twilio-Email-Event-Webhook-Signature", signature);
        message.Headers.Add("X-Twilio-Email-Event-Webhook-Timestamp", "1700000000");
        using var response = await fixture.Anonymous().SendAsync(message);
        return response.StatusCode;
    }
}
