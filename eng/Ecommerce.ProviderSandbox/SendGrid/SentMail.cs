using System.Text.Json;
using System.Text.RegularExpressions;

namespace Ecommerce.ProviderSandbox.SendGrid;

/// <summary>One personalization of a sent message, as its recipients would read it.</summary>
internal sealed partial record SentMail(
    string Id,
    string MessageId,
    string[] To,
    string From,
    string Subject,
    string? Text,
    string? Html,
    string[] Categories,
    KeyValuePair<string, string>[] CustomArgs,
    DateTimeOffset At)
{
    public bool IsTo(string address) => Array.Exists(To, to => string.Equals(to, address, StringComparison.OrdinalIgnoreCase));

    /// <summary>The links of the text and the HTML, each once.</summary>
    public IEnumerable<string> Links() => Link().Matches((Text ?? "") + " " + (Html ?? ""))
        .Select(match => System.Net.WebUtility.HtmlDecode(match.Value).TrimEnd('.', ',', ')'))
        .Distinct(StringComparer.Ordinal);

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, Id);
        json.WriteString("message_id"u8, MessageId);
        json.WriteStartArray("to"u8);
        foreach (var to in To)
        {
            json.WriteStringValue(to);
        }

        json.WriteEndArray();
        json.WriteString("from"u8, From);
        json.WriteString("subject"u8, Subject);
        json.WriteString("text"u8, Text);
        json.WriteString("html"u8, Html);
        json.WriteStartObject("custom_args"u8);
        foreach (var (name, value) in CustomArgs)
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
        json.WriteString("at"u8, At);
        json.WriteEndObject();
    }

    [GeneratedRegex("""https?://[^\s"'<>]+""")]
    private static partial Regex Link();
}
