using System.Text.Json;

namespace Ecommerce.ProviderSandbox.SendGrid;

internal sealed record MailProblem(string Message, string? Field)
{
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("message"u8, Message);
        json.WriteString("field"u8, Field);
        json.WriteStartObject("help"u8);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
