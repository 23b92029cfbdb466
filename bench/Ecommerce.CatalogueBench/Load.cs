using System.Buffers.Text;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Ecommerce.CatalogueBench;

/// <summary>Callers that send one request after the other over connections of their own. Bare sockets, so that little is spent on this side.</summary>
internal static class Load
{
    private const int BufferLength = 256 << 10;
    private const int Stride = 7919;

    public static async Task<Sample> RunAsync(Uri address, IReadOnlyList<string> paths, int connections, TimeSpan duration, Func<TimeSpan> cpu)
    {
        var requests = paths.Select(path => Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: shop.example\r\nAccept: application/json\r\nUser-Agent: bench\r\n\r\n")).ToArray();
        var cpuBefore = cpu();
        var watch = Stopwatch.StartNew();
        var callers = Enumerable.Range(0, connections).Select(caller => Task.Run(() => CallAsync(address, requests, caller, duration))).ToArray();
        var latencies = (await Task.WhenAll(callers)).SelectMany(list => list).ToArray();
        var elapsed = watch.Elapsed;
        var used = cpu() - cpuBefore;
        Array.Sort(latencies);
        return new Sample(latencies.Length / elapsed.TotalSeconds, At(latencies, 0.5), At(latencies, 0.99), used.TotalMicroseconds / latencies.Length);
    }

    private static async Task<List<long>> CallAsync(Uri address, byte[][] requests, int caller, TimeSpan duration)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, address.Port));
        var buffer = new byte[BufferLength];
        var latencies = new List<long>(100_000);
        var turn = caller * 31;
        var end = Stopwatch.GetTimestamp() + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        for (var now = Stopwatch.GetTimestamp(); now < end;)
        {
            turn = (turn + Stride) % requests.Length;
            await socket.SendAsync(requests[turn].AsMemory());
            var length = 0;
            int whole;
            do
            {
                var read = await socket.ReceiveAsync(buffer.AsMemory(length));
                if (read == 0)
                {
                    throw new IOException("The connection ended.");
                }

                length += read;
            }
            while ((whole = WholeLength(buffer.AsSpan(0, length))) < 0 || length < whole);

            var done = Stopwatch.GetTimestamp();
            latencies.Add(done - now);
            now = done;
        }

        return latencies;
    }

    // Negative: the head is not whole yet.
    private static int WholeLength(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf("\r\n\r\n"u8);
        if (head < 0)
        {
            return -1;
        }

        if (!answer.StartsWith("HTTP/1.1 200"u8))
        {
            throw new IOException($"Not a 200: {Encoding.ASCII.GetString(answer[..head])}");
        }

        var field = IndexOfLength(answer[..head]);
        return field >= 0 && Utf8Parser.TryParse(answer[field..], out int length, out _)
            ? head + 4 + length
            : throw new IOException("An answer without a Content-Length.");
    }

    private static int IndexOfLength(ReadOnlySpan<byte> head)
    {
        var at = head.IndexOf("Content-Length: "u8);
        if (at < 0)
        {
            at = head.IndexOf("content-length: "u8);
        }

        return at < 0 ? -1 : at + "Content-Length: ".Length;
    }

    private static double At(long[] sorted, double share) => sorted.Length == 0 ? 0 : sorted[(int)((sorted.Length - 1) * share)] * 1000.0 / Stopwatch.Frequency;
}
