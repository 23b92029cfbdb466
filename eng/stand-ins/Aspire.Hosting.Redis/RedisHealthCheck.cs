using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.Redis;

/// <summary>Healthy when PING is answered with PONG. Speaks the protocol itself: the client library is one of the packages that a registry may lack.</summary>
internal sealed class RedisHealthCheck(Func<string?> connectionString) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (connectionString() is not { } known)
        {
            return HealthCheckResult.Unhealthy("Connection string is unavailable");
        }

        try
        {
            // host:port,password=…
            var parts = known.Split(',');
            var colon = parts[0].LastIndexOf(':');
            var password = parts.Select(p => p.Trim()).FirstOrDefault(p => p.StartsWith("password=", StringComparison.OrdinalIgnoreCase))?["password=".Length..];
            using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            timeout.CancelAfter(TimeSpan.FromSeconds(5));
            using var client = new TcpClient();
            await client.ConnectAsync(parts[0][..colon], int.Parse(parts[0][(colon + 1)..], CultureInfo.InvariantCulture), timeout.Token).ConfigureAwait(false);
            await using var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.UTF8);
            if (password is not null && await AskAsync(stream, reader, timeout.Token, "AUTH", password).ConfigureAwait(false) is var let && let != "+OK")
            {
                return HealthCheckResult.Unhealthy($"The server does not take the password: {let}");
            }

            var answer = await AskAsync(stream, reader, timeout.Token, "PING").ConfigureAwait(false);
            return answer == "+PONG" ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy($"The server answered PING with '{answer}'.");
        }
        catch (Exception e) when (e is SocketException or IOException or OperationCanceledException or FormatException)
        {
            return HealthCheckResult.Unhealthy(e.Message, e);
        }
    }

    private static async Task<string?> AskAsync(NetworkStream stream, StreamReader reader, CancellationToken cancellationToken, params string[] words)
    {
        var request = new StringBuilder().Append(CultureInfo.InvariantCulture, $"*{words.Length}\r\n");
        foreach (var word in words)
        {
            request.Append(CultureInfo.InvariantCulture, $"${Encoding.UTF8.GetByteCount(word)}\r\n{word}\r\n");
        }

        await stream.WriteAsync(Encoding.UTF8.GetBytes(request.ToString()), cancellationToken).ConfigureAwait(false);
        return await reader.ReadLineAsync(cancellationToken).ConfigureAwait(false);
    }
}
