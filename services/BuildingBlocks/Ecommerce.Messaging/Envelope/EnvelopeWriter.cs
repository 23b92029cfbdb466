using System.Buffers;
using System.Text.Json;
using Ecommerce.Messaging.Outbox;

namespace Ecommerce.Messaging.Envelope;

/// <summary>Writes a <see cref="CloudEvent"/> around data that is JSON already, without reading it again.</summary>
internal static class EnvelopeWriter
{
    /// <summary>The envelope in UTF-8.</summary>
    public static ReadOnlyMemory<byte> Write(OutboxMessage message, string source, string? traceParent)
    {
        var buffer = new ArrayBufferWriter<byte>(512 + message.Data.Length);
        using var writer = new Utf8JsonWriter(buffer);
        writer.WriteStartObject();
        writer.WriteString("id"u8, message.Id);
        writer.WriteString("type"u8, message.Type);
        writer.WriteString("source"u8, source);
        writer.WriteString("subject"u8, message.Subject);
        writer.WriteString("time"u8, message.Time);
        if (traceParent is not null)
        {
            writer.WriteString("traceparent"u8, traceParent);
        }

        writer.WriteString("specversion"u8, "1.0"u8);
        writer.WriteString("datacontenttype"u8, "application/json"u8);
        writer.WritePropertyName("data"u8);
        writer.WriteRawValue(message.Data, skipInputValidation: true);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }
}
