using System.Buffers.Binary;
using Google.Protobuf;
using Microsoft.AspNetCore.Http;

namespace Aspire.Hosting.Dashboard;

/// <summary>gRPC over HTTP/2 as far as it is needed: a byte that says "not compressed", four of length, the message; the status in the trailers.</summary>
internal static class GrpcFrames
{
    private const int MaxMessage = 4 * 1024 * 1024;

    internal static void Begin(HttpResponse response)
    {
        response.ContentType = "application/grpc";
        response.DeclareTrailer("grpc-status");
    }

    internal static void End(HttpResponse response, int status = 0, string? message = null)
    {
        response.AppendTrailer("grpc-status", status.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (message is not null)
        {
            response.AppendTrailer("grpc-message", Uri.EscapeDataString(message));
        }
    }

    internal static async Task<T> ReadAsync<T>(HttpRequest request, MessageParser<T> parser, CancellationToken cancellationToken) where T : IMessage<T>
    {
        var head = new byte[5];
        await request.Body.ReadExactlyAsync(head, cancellationToken).ConfigureAwait(false);
        var length = BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(1));
        if (head[0] != 0 || length is < 0 or > MaxMessage)
        {
            throw new InvalidDataException("A message that is compressed or too long.");
        }

        var body = new byte[length];
        await request.Body.ReadExactlyAsync(body, cancellationToken).ConfigureAwait(false);
        return parser.ParseFrom(body);
    }

    internal static async Task WriteAsync(HttpResponse response, IMessage message, CancellationToken cancellationToken)
    {
        var frame = new byte[5 + message.CalculateSize()];
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), frame.Length - 5);
        message.WriteTo(frame.AsSpan(5));
        await response.Body.WriteAsync(frame, cancellationToken).ConfigureAwait(false);
        await response.Body.FlushAsync(cancellationToken).ConfigureAwait(false);
    }
}
