using Ecommerce.ProviderSandbox.Hosting;

namespace Ecommerce.ProviderSandbox.SendGrid;

internal static class SendGridErrors
{
    public static WireAnswer Answer(int status, string message, params KeyValuePair<string, string>[] headers) =>
        Answer(status, [new MailProblem(message, null)], headers);

    public static WireAnswer Answer(int status, IReadOnlyList<MailProblem> problems, params KeyValuePair<string, string>[] headers) =>
        new(
            status,
            WireJson.Render(problems, static (json, items) =>
            {
                json.WriteStartObject();
                json.WriteStartArray("errors"u8);
                foreach (var item in items)
                {
                    item.Write(json);
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }),
            headers);
}
