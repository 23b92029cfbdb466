using System.Text.Json;
using Ecommerce.ProviderSandbox.Storage;

namespace Ecommerce.ProviderSandbox.SendGrid;

/// <summary>Checks a mail/send body as the real one does, and makes the mails of it.</summary>
internal sealed class MailParser(JsonElement root, DateTimeOffset now)
{
    private readonly List<MailProblem> problems = [];
    private int recipients;

    public IReadOnlyList<MailProblem> Problems => problems;

    public List<SentMail> Parse(string messageId)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            Refuse("Bad Request", null);
            return [];
        }

        var from = Address(root, "from", "The from object must be provided for every email send. It is an object that requires the email parameter, but may also contain a name parameter.  e.g. {\"email\" : \"example@example.com\"}  or {\"email\" : \"example@example.com\", \"name\" : \"Example Recipient\"}.", "from.email");
        var hasTemplate = Text(root, "template_id") is not null;
        var (text, html) = Content(hasTemplate);
        CheckRest();
        return [.. Personalizations().Select((item, index) => Mail(item, index, messageId, from ?? "", text, html, hasTemplate))];
    }

    private SentMail Mail(JsonElement item, int index, string messageId, string from, string? text, string? html, bool hasTemplate)
    {
        var at = $"personalizations.{index}";
        string[] to = [.. Addresses(item, "to", at), .. Addresses(item, "cc", at), .. Addresses(item, "bcc", at)];
        if (!item.TryGetProperty("to", out var list) || list.ValueKind != JsonValueKind.Array || list.GetArrayLength() == 0)
        {
            Refuse("The to array is required for all personalization objects, and must have at least one email object with a valid email address.", at + ".to");
        }

        recipients += to.Length;
        if (recipients > 1000)
        {
            Refuse("The total number of recipients must be no more than 1000.", "personalizations");
        }

        var subject = Text(item, "subject") ?? Text(root, "subject");
        if (subject is null && !hasTemplate)
        {
            Refuse("The subject is required. You can get around this requirement if you use a template with a subject defined or if every personalization has a subject defined.", "subject");
        }

        var data = item.TryGetProperty("dynamic_template_data", out var given) ? given.GetRawText() : null;
        return new(
            WireIds.New("mail_"),
            messageId,
            to,
            Text(item.TryGetProperty("from", out var own) ? own : default, "email") ?? from,
            Substitute(subject ?? $"[{Text(root, "template_id")}]", item)!,
            Substitute(text ?? data, item),
            Substitute(html, item),
            Categories(),
            [.. Args(root).Where(arg => !Args(item).Any(inner => inner.Key == arg.Key)), .. Args(item)],
            now);
    }

    private IEnumerable<JsonElement> Personalizations()
    {
        if (!root.TryGetProperty("personalizations", out var list) || list.ValueKind != JsonValueKind.Array || list.GetArrayLength() == 0)
        {
            Refuse("The personalizations field is required and must have at least one personalization.", "personalizations");
            return [];
        }

        if (list.GetArrayLength() > 1000)
        {
            Refuse("There may be no more than 1000 personalizations.", "personalizations");
            return [];
        }

        var items = list.EnumerateArray().ToList();
        if (items.Exists(item => item.ValueKind != JsonValueKind.Object))
        {
            Refuse("Each personalization must be an object.", "personalizations");
        }

        return items.Where(item => item.ValueKind == JsonValueKind.Object);
    }

    private (string? Text, string? Html) Content(bool hasTemplate)
    {
        if (!root.TryGetProperty("content", out var list) || list.ValueKind != JsonValueKind.Array || list.GetArrayLength() == 0)
        {
            if (!hasTemplate)
            {
                Refuse("Unless a valid template_id is provided, the content parameter is required. There must be at least one defined content block. We typically suggest both text/plain and text/html blocks are included, but only one block is required.", "content");
            }

            return (null, null);
        }

        string? text = null;
        string? html = null;
        foreach (var (item, index) in list.EnumerateArray().Select((item, index) => (item, index)))
        {
            var value = Text(item, "value");
            if (value is null)
            {
                Refuse("The content value must be a string at least one character in length.", $"content.{index}.value");
            }

            switch (Text(item, "type"))
            {
                case "text/plain" when html is not null:
                    Refuse("If present, text/plain must be first, followed by text/html, followed by any other content.", "content");
                    break;
                case "text/plain":
                    text = value;
                    break;
                case "text/html":
                    html = value;
                    break;
                case null:
                    Refuse("The content type must be a string at least one character in length.", $"content.{index}.type");
                    break;
                default:
                    break;
            }
        }

        return (text, html);
    }

    private void CheckRest()
    {
        if (root.TryGetProperty("reply_to", out _) && root.TryGetProperty("reply_to_list", out _))
        {
            Refuse("You may not use both reply_to and reply_to_list.", "reply_to");
        }

        if (Categories() is var categories && categories.Length > 10)
        {
            Refuse("You may not have more than 10 categories.", "categories");
        }
        else if (categories.Distinct(StringComparer.Ordinal).Count() < categories.Length)
        {
            Refuse("Categories must be unique.", "categories");
        }

        if (Args(root).Sum(arg => arg.Key.Length + arg.Value.Length) > 10_000)
        {
            Refuse("The custom_args may be no more than 10,000 bytes.", "custom_args");
        }

        if (root.TryGetProperty("send_at", out var sendAt)
            && (sendAt.ValueKind != JsonValueKind.Number || !sendAt.TryGetInt64(out var unix) || unix > now.AddHours(72).ToUnixTimeSeconds()))
        {
            Refuse("The send_at parameter must be a unix timestamp at most 72 hours from now.", "send_at");
        }
    }

    private string[] Categories() => root.TryGetProperty("categories", out var list) && list.ValueKind == JsonValueKind.Array
        ? [.. list.EnumerateArray().Select(item => item.ToString())]
        : [];

    private IEnumerable<string> Addresses(JsonElement item, string name, string at)
    {
        if (!item.TryGetProperty(name, out var list) || list.ValueKind != JsonValueKind.Array)
        {
            yield break;
        }

        foreach (var (entry, index) in list.EnumerateArray().Select((entry, index) => (entry, index)))
        {
            if (Text(entry, "email") is { } email && IsAddress(email))
            {
                yield return email;
            }
            else
            {
                Refuse("Does not contain a valid address.", $"{at}.{name}.{index}.email");
            }
        }
    }

    private string? Address(JsonElement item, string name, string missing, string field)
    {
        if (!item.TryGetProperty(name, out var entry) || Text(entry, "email") is not { } email)
        {
            Refuse(missing, field);
            return null;
        }

        if (!IsAddress(email))
        {
            Refuse("The from email does not contain a valid address.", field);
        }

        return email;
    }

    private void Refuse(string message, string? field) => problems.Add(new(message, field));

    private static IEnumerable<KeyValuePair<string, string>> Args(JsonElement item) =>
        item.TryGetProperty("custom_args", out var args) && args.ValueKind == JsonValueKind.Object
            ? args.EnumerateObject().Select(arg => new KeyValuePair<string, string>(arg.Name, arg.Value.ToString()))
            : [];

    private static string? Substitute(string? text, JsonElement item)
    {
        if (text is null || !item.TryGetProperty("substitutions", out var tags) || tags.ValueKind != JsonValueKind.Object)
        {
            return text;
        }

        return tags.EnumerateObject().Aggregate(text, (done, tag) => done.Replace(tag.Name, tag.Value.ToString(), StringComparison.Ordinal));
    }

    private static string? Text(JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
        && value.GetString() is { Length: > 0 } text
            ? text
            : null;

    private static bool IsAddress(string email) =>
        email.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at < email.Length - 1 && at == email.LastIndexOf('@')
        && !email.Any(char.IsWhiteSpace);
}
