using System.Text.Json;
using Ecommerce.ProviderSandbox.Hosting;
using Ecommerce.ProviderSandbox.Storage;

namespace Ecommerce.ProviderSandbox.SendGrid;

/// <summary>POST /v3/mail/send.</summary>
internal sealed class MailSend(SendGridSettings settings, BoundedStore<SentMail> mails, MailEvents events, TimeProvider time)
{
    private const int LargestMail = 30 * 1024 * 1024;

    public async Task SendAsync(HttpContext context)
    {
        if (!IsKnown(context.Request.Headers.Authorization.ToString()))
        {
            await SendGridErrors.Answer(401, "The provided authorization grant is invalid, expired, or revoked").WriteAsync(context);
            return;
        }

        if (await BodyReader.ReadAsync(context.Request, LargestMail) is not { } body)
        {
            await SendGridErrors.Answer(413, "The total size of your message, including attachments, must be no more than 30MB.").WriteAsync(context);
            return;
        }

        var messageId = WireIds.New("", 22);
        var problems = Accept(body, messageId);
        if (problems.Count > 0)
        {
            await SendGridErrors.Answer(400, problems).WriteAsync(context);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status202Accepted;
        context.Response.Headers["X-Message-Id"] = messageId;
    }

    private IReadOnlyList<MailProblem> Accept(byte[] body, string messageId)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var parser = new MailParser(json.RootElement, time.GetUtcNow());
            var parsed = parser.Parse(messageId);
            if (parser.Problems.Count == 0 && !IsTrial(json.RootElement))
            {
                parsed.ForEach(mails.Add);
                parsed.ForEach(events.Happen);
            }

            return parser.Problems;
        }
        catch (JsonException)
        {
            return [new("Bad Request", null)];
        }
    }

    private bool IsKnown(string header) => header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
        && header["Bearer ".Length..].Trim() is { Length: > 0 } key
        && (settings.ApiKey is null || settings.ApiKey == key);

    /// <summary>SendGrid's own sandbox mode: checked, and not sent.</summary>
    private static bool IsTrial(JsonElement root) =>
        root.TryGetProperty("mail_settings", out var mail) && mail.ValueKind == JsonValueKind.Object
        && mail.TryGetProperty("sandbox_mode", out var mode) && mode.ValueKind == JsonValueKind.Object
        && mode.TryGetProperty("enable", out var enabled) && enabled.ValueKind == JsonValueKind.True;
}
