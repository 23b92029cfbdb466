using System.Text.Json;

namespace Ecommerce.ProviderSandbox.SendGrid;

internal sealed record MailEvent(SentMail Mail, string Email, string Name, string EventId)
{
    public string? Reason { get; init; }

    public string? Status { get; init; }

    public string? Response { get; init; }

    public string? Url { get; init; }

    public string? Kind { get; init; }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("email"u8, Email);
        json.WriteNumber("timestamp"u8, Mail.At.ToUnixTimeSeconds());
        json.WriteString("smtp-id"u8, $"<{Mail.MessageId}@sandbox.invalid>");
        json.WriteString("event"u8, Name);
        if (Mail.Categories.Length > 0)
        {
            json.WriteStartArray("category"u8);
            foreach (var category in Mail.Categories)
            {
                json.WriteStringValue(category);
            }

            json.WriteEndArray();
        }

        json.WriteString("sg_event_id"u8, EventId);
        json.WriteString("sg_message_id"u8, $"{Mail.MessageId}.recvd-sandbox-1-0.0");
        Optional(json, "reason", Reason);
        Optional(json, "status", Status);
        Optional(json, "response", Response);
        Optional(json, "url", Url);
        Optional(json, "type", Kind);
        if (Name is "open" or "click")
        {
            json.WriteString("useragent"u8, "Sandbox/1.0"u8);
            json.WriteString("ip"u8, "203.0.113.7"u8);
        }

        foreach (var (name, value) in Mail.CustomArgs)
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
    }

    private static void Optional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
