using System.Text.Json;
using Ecommerce.ProviderSandbox.Hosting;
using Ecommerce.ProviderSandbox.Storage;
using Ecommerce.ProviderSandbox.Webhooks;

namespace Ecommerce.ProviderSandbox.SendGrid;

/// <summary>What becomes of a mail, by its address, and the Event Webhook that tells of it in batches.</summary>
internal sealed class MailEvents(SendGridSettings settings, WebhookSender sender, DueQueue due)
{
    private const int LargestBatch = 200;

    private readonly Lock gate = new();
    private List<MailEvent> batch = [];

    public void Happen(SentMail mail)
    {
        if (settings.Targets.Count == 0)
        {
            return;
        }

        foreach (var email in mail.To)
        {
            foreach (var happened in Course(mail, email))
            {
                Add(happened);
            }
        }
    }

    public void Reset()
    {
        lock (gate)
        {
            batch = [];
        }
    }

    private IEnumerable<MailEvent> Course(SentMail mail, string email)
    {
        // "bounce@…", "bounce+anything@…", "bounce-1@…": the first word of the address says what happens.
        var word = email.Split('@', '+', '-', '.')[0].ToUpperInvariant();
        if (word is "DROP" or "DROPPED")
        {
            yield return New("dropped", Reason: "Bounced Address", Status: "5.0.0");
            yield break;
        }

        yield return New("processed");
        switch (word)
        {
            case "BOUNCE":
                yield return New("bounce", Reason: "550 5.1.1 The email account that you tried to reach does not exist", Status: "5.1.1", Kind: "bounce");
                yield break;
            case "BLOCKED":
                yield return New("bounce", Reason: "552 5.2.2 Mailbox full", Status: "5.2.2", Kind: "blocked");
                yield break;
            case "DEFERRED":
                yield return New("deferred", Response: "451 4.7.1 Try again later");
                break;
            default:
                break;
        }

        yield return New("delivered", Response: "250 OK");
        if (settings.OpenAndClick || word is "OPEN" or "CLICK")
        {
            yield return New("open");
        }

        if ((settings.OpenAndClick || word is "CLICK") && mail.Links().FirstOrDefault() is { } link)
        {
            yield return New("click", Url: link);
        }

        if (word is "SPAM" or "UNSUBSCRIBE")
        {
            yield return New(word == "SPAM" ? "spamreport" : "unsubscribe");
        }

        MailEvent New(string name, string? Reason = null, string? Status = null, string? Response = null, string? Url = null, string? Kind = null) =>
            new(mail, email, name, WireIds.New("", 22)) { Reason = Reason, Status = Status, Response = Response, Url = Url, Kind = Kind };
    }

    private void Add(MailEvent happened)
    {
        List<MailEvent>? full = null;
        lock (gate)
        {
            batch.Add(happened);
            if (batch.Count == 1)
            {
                var opened = batch;
                due.In(settings.Batch, () => Flush(opened));
            }
            else if (batch.Count >= LargestBatch)
            {
                full = batch;
            }
        }

        if (full is not null)
        {
            Flush(full);
        }
    }

    private void Flush(List<MailEvent> wanted)
    {
        lock (gate)
        {
            if (!ReferenceEquals(wanted, batch) || batch.Count == 0)
            {
                return;
            }

            batch = [];
        }

        var message = new WebhookMessage(
            WireIds.New("batch_"), string.Join(',', wanted.Select(item => item.Name).Distinct()), "events", () => Render(wanted));
        foreach (var target in settings.Targets)
        {
            sender.Publish(target, message);
        }
    }

    private static byte[] Render(List<MailEvent> events) => WireJson.Render(events, static (json, items) =>
    {
        json.WriteStartArray();
        foreach (var item in items)
        {
            item.Write(json);
        }

        json.WriteEndArray();
    });
}
