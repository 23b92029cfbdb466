using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Ecommerce.Testing.Probing;

namespace Ecommerce.CartService.Tests;

/// <summary>A Redis of a test's own, which it may flush and kill.</summary>
public sealed class OwnRedis : IDisposable
{
    private Process? _process;

    public int Port { get; } = FreePort();

    public async Task StartAsync()
    {
        _process = Process.Start(new ProcessStartInfo("redis-server", ["--port", $"{Port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", Path.GetTempPath()])
        {
            RedirectStandardOutput = true,
        });
        _process!.OutputDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        await Eventually.HoldsAsync(async () => await AskAsync("PING") == "+PONG", "Redis answers");
    }

    public async Task FlushAsync() => (await AskAsync("FLUSHALL")).ShouldBe("+OK");

    public void Kill()
    {
        _process?.Kill();
        _process?.WaitForExit();
        _process?.Dispose();
        _process = null;
    }

    public void Dispose() => Kill();

    private async Task<string?> AskAsync(string command)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, Port);
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(command + "\r\n"));
            using var reader = new StreamReader(client.GetStream());
            return await reader.ReadLineAsync();
        }
        catch (SocketException)
        {
            return null;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
