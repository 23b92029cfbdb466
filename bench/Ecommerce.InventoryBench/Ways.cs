using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Npgsql;

namespace Ecommerce.InventoryBench;

/// <summary>The same reservation, asked for in three ways by as many buyers for as long.</summary>
internal static partial class Ways
{
    private const int BufferLength = 16 << 10;

    // What the service sends, statement for statement.
    private const string Reserve = "SELECT status, sku, requested, available, location FROM reserve_stock($1, $2, $3, $4, $5)";

    /// <summary>pgbench, prepared, with the article chosen by it.</summary>
    public static async Task<Sample> PgbenchAsync(Shop shop, Options options, bool hot)
    {
        var server = new NpgsqlConnectionStringBuilder(shop.ConnectionString);
        var script = Path.GetTempFileName();
        await File.WriteAllTextAsync(script, $"""
            \set n random(1, {options.Articles})
            SELECT status, sku, requested, available, location
            FROM reserve_stock(gen_random_uuid(), ARRAY[{(hot ? "'HOT'" : "'S' || :n::text")}]::text[], ARRAY[1], now() + interval '15 minutes', now());
            """.ReplaceLineEndings("\n"));
        var start = new ProcessStartInfo("pgbench",
        [
            "-n", "-M", "prepared", "-c", $"{options.Clients}", "-j", "2", "-T", $"{options.Seconds}", "-f", script,
            "-h", server.Host!, "-p", $"{server.Port}", "-U", server.Username!, server.Database!,
        ]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PGPASSWORD"] = server.Password;
        using var pgbench = Process.Start(start)!;
        var (output, errors) = (pgbench.StandardOutput.ReadToEndAsync(), pgbench.StandardError.ReadToEndAsync());
        await pgbench.WaitForExitAsync();
        File.Delete(script);
        return Rate().Match(await output) is { Success: true } rate
            ? new Sample(double.Parse(rate.Groups[1].Value, CultureInfo.InvariantCulture), 0, 0)
            : throw new InvalidOperationException($"pgbench failed: {await errors}");
    }

    /// <summary>Npgsql, prepared, a connection a buyer.</summary>
    public static Task<Sample> DirectlyAsync(Shop shop, Options options, bool hot) => MeasureAsync(options, async (until, latencies) =>
    {
        await using var connection = new NpgsqlConnection(shop.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(Reserve, connection);
        var (id, skus) = (new NpgsqlParameter<Guid>(), new NpgsqlParameter<string[]>());
        var now = DateTimeOffset.UtcNow;
        command.Parameters.AddRange(new NpgsqlParameter[] { id, skus, new NpgsqlParameter<int[]> { TypedValue = [1] }, new() { Value = now.AddMinutes(15) }, new() { Value = now } });
        (id.TypedValue, skus.TypedValue) = (Guid.NewGuid(), ["HOT"]);
        await command.PrepareAsync();
        for (long before; (before = Stopwatch.GetTimestamp()) < until;)
        {
            (id.TypedValue, skus.TypedValue) = (Guid.NewGuid(), [Article(options, hot)]);
            await using (var rows = await command.ExecuteReaderAsync())
            {
                while (await rows.ReadAsync())
                {
                }
            }

            latencies.Add(Stopwatch.GetTimestamp() - before);
        }
    });

    /// <summary>The service's endpoint, by bare sockets, so that little is spent on this side.</summary>
    public static Task<Sample> ByHttpAsync(Shop shop, Options options, bool hot) => MeasureAsync(options, async (until, latencies) =>
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, shop.Address.Port));
        var buffer = new byte[BufferLength];
        for (long before; (before = Stopwatch.GetTimestamp()) < until;)
        {
            var body = $$"""{"reservationId":"{{Guid.NewGuid()}}","lines":[{"sku":"{{Article(options, hot)}}","quantity":1}],"expiresAt":"2090-01-01T00:00:00Z"}""";
            await socket.SendAsync(Encoding.ASCII.GetBytes(
                $"POST /internal/v1/reservations HTTP/1.1\r\nHost: product-service\r\nAuthorization: Bearer {shop.Token}\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}"));
            var length = 0;
            while (!IsWhole(buffer.AsSpan(0, length)))
            {
                var read = await socket.ReceiveAsync(buffer.AsMemory(length));
                length += read > 0 ? read : throw new IOException("The connection ended.");
            }

            if (!buffer.AsSpan(0, length).StartsWith("HTTP/1.1 200"u8))
            {
                throw new IOException($"Not a 200: {Encoding.UTF8.GetString(buffer, 0, length)}");
            }

            latencies.Add(Stopwatch.GetTimestamp() - before);
        }
    });

    private static async Task<Sample> MeasureAsync(Options options, Func<long, List<long>, Task> buy)
    {
        var watch = Stopwatch.StartNew();
        var until = Stopwatch.GetTimestamp() + (options.Seconds * Stopwatch.Frequency);
        var buyers = Enumerable.Range(0, options.Clients).Select(_ => new List<long>(100_000)).ToArray();
        await Task.WhenAll(buyers.Select(latencies => Task.Run(() => buy(until, latencies))));
        var all = buyers.SelectMany(latencies => latencies).Order().ToArray();
        double At(double share) => all[(int)((all.Length - 1) * share)] * 1000.0 / Stopwatch.Frequency;
        return new Sample(all.Length / watch.Elapsed.TotalSeconds, At(0.5), At(0.99));
    }

    private static string Article(Options options, bool hot) => hot ? "HOT" : string.Create(CultureInfo.InvariantCulture, $"S{Random.Shared.Next(1, options.Articles + 1)}");

    // Answers of this endpoint are chunked or have a length; both end where their JSON does.
    private static bool IsWhole(ReadOnlySpan<byte> answer) => answer.EndsWith("0\r\n\r\n"u8) || (answer.EndsWith("}"u8) && answer.IndexOf("Content-Length: "u8) >= 0);

    [GeneratedRegex(@"tps = ([0-9.]+)")]
    private static partial Regex Rate();
}
