using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Ecommerce.GatewayService.Tests.Fixture;

/// <summary>A wire to a server that can be cut, and mended, and that can swallow what goes over it.</summary>
public sealed class Relay : IAsyncDisposable
{
    private readonly ConcurrentBag<TcpClient> _clients = [];
    private readonly CancellationTokenSource _stopping = new();
    private readonly string _host;
    private readonly int _port;
    private TcpListener _listener;
    private volatile TaskCompletionSource _flows = Flowing();

    private Relay(string host, int port)
    {
        (_host, _port) = (host, port);
        _listener = new TcpListener(IPAddress.Loopback, 0);
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _ = AcceptAsync(_listener);
    }

    public int Port { get; }

    /// <summary>A wire to what a Redis connection string or an AMQP address names, and that string with the wire's own address.</summary>
    public static (Relay Relay, string ConnectionString) To(string connectionString)
    {
        if (Uri.TryCreate(connectionString, UriKind.Absolute, out var uri) && uri.Scheme == "amqp")
        {
            var relay = new Relay(uri.Host, uri.Port);
            return (relay, new UriBuilder(uri) { Port = relay.Port }.Uri.ToString());
        }

        var parts = connectionString.Split(',', 2);
        var (host, port) = (parts[0].Split(':')[0], int.Parse(parts[0].Split(':')[1], System.Globalization.CultureInfo.InvariantCulture));
        var redis = new Relay(host, port);
        return (redis, $"127.0.0.1:{redis.Port},{parts[1]}");
    }

    public void Cut()
    {
        _listener.Stop();
        while (_clients.TryTake(out var client))
        {
            client.Dispose();
        }
    }

    public void Mend()
    {
        _listener = new TcpListener(IPAddress.Loopback, Port);
        _listener.Start();
        _ = AcceptAsync(_listener);
    }

    /// <summary>From now on nothing comes through, though the connections stand.</summary>
    public void Hang() => _flows = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public async ValueTask DisposeAsync()
    {
        _flows.TrySetResult();
        await _stopping.CancelAsync();
        Cut();
    }

    private async Task AcceptAsync(TcpListener listener)
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(_stopping.Token);
                var server = new TcpClient();
                await server.ConnectAsync(_host, _port, _stopping.Token);
                _clients.Add(client);
                _clients.Add(server);
                _ = PumpAsync(client, server);
                _ = PumpAsync(server, client);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Cut.
        }
    }

    private async Task PumpAsync(TcpClient from, TcpClient to)
    {
        try
        {
            var buffer = new byte[16 << 10];
            int read;
            while ((read = await from.GetStream().ReadAsync(buffer, _stopping.Token)) > 0)
            {
                await _flows.Task.WaitAsync(_stopping.Token);
                await to.GetStream().WriteAsync(buffer.AsMemory(0, read), _stopping.Token);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            // Cut.
        }

        to.Dispose();
    }

    private static TaskCompletionSource Flowing()
    {
        var flows = new TaskCompletionSource();
        flows.SetResult();
        return flows;
    }
}
