using System.Buffers;
using System.Text.Json;

namespace Ecommerce.ProviderSandbox.Hosting;

/// <summary>Renders JSON with one reused buffer and writer per thread.</summary>
internal static class WireJson
{
    private static readonly JsonWriterOptions Options = new() { SkipValidation = true };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? t_buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? t_writer;

    public static byte[] Render<TState>(TState state, Action<Utf8JsonWriter, TState> write)
    {
        // Taken while in use, so that a nested render gets a buffer of its own.
        var buffer = t_buffer ?? new ArrayBufferWriter<byte>(4096);
        var writer = t_writer ?? new Utf8JsonWriter(buffer, Options);
        t_buffer = null;
        t_writer = null;
        buffer.ResetWrittenCount();
        writer.Reset(buffer);
        write(writer, state);
        writer.Flush();
        var bytes = buffer.WrittenSpan.ToArray();
        t_buffer = buffer;
        t_writer = writer;
        return bytes;
    }

    public static byte[] Render(Action<Utf8JsonWriter> write) => Render(write, static (writer, action) => action(writer));
}
