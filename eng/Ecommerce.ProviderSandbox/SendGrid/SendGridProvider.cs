using Ecommerce.ProviderSandbox.Hosting;
using Ecommerce.ProviderSandbox.Storage;

namespace Ecommerce.ProviderSandbox.SendGrid;

internal sealed class SendGridProvider(
    SendGridSettings settings, BoundedStore<SentMail> mails, MailSend send, MailEvents events, Inbox inbox) : IProvider
{
    public const string ProviderName = "sendgrid";

    public string Name => ProviderName;

    public bool WaitsInsideWork => false;

    public void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("");
        group.WithMetadata(new ProviderTag(this));
        group.MapPost("/v3/mail/send", send.SendAsync);
        group.MapGet("/v3/user/webhooks/event/settings/signed/{id}", PublicKeyAsync);
        routes.MapGet("/sandbox/mails", inbox.ListAsync);
        routes.MapGet("/", inbox.ShowAsync);
    }

    public WireAnswer Failure(int status) => status == 429
        ? SendGridErrors.Answer(429, "too many requests", new("Retry-After", "1"), new("X-RateLimit-Remaining", "0"))
        : SendGridErrors.Answer(status, status >= 500 ? "Internal server error" : "The sandbox was told to refuse this request.");

    public void Reset()
    {
        mails.Clear();
        events.Reset();
    }

    private Task PublicKeyAsync(HttpContext context)
    {
        var id = (string)context.Request.RouteValues["id"]!;
        return new WireAnswer(200, WireJson.Render((id, settings.Signer.PublicKey), static (json, state) =>
        {
            json.WriteStartObject();
            json.WriteString("id"u8, state.id);
            json.WriteString("public_key"u8, state.PublicKey);
            json.WriteEndObject();
        })).WriteAsync(context);
    }
}
