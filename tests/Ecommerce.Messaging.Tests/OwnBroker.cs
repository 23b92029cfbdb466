using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Ecommerce.Testing.Probing;
using Ecommerce.Testing.Servers;

namespace Ecommerce.Messaging.Tests;

/// <summary>A RabbitMQ of a test's own, to kill, freeze and starve.</summary>
public sealed class OwnBroker : IAsyncDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("broker-");
    private readonly int _port = FreePort();
    private Process? _process;

    public OwnBroker()
    {
        if (!OperatingSystem.IsWindows())
        {
            // Where the tests run as root, the broker does not.
            File.SetUnixFileMode(_data.FullName, (UnixFileMode)0b111_101_101);
        }
    }

    public string ConnectionString => $"amqp://test:test@127.0.0.1:{_port}";

    private string Home => Path.Combine(_data.FullName, "rabbitmq");

    private string Node => $"ecommerce-{_port}@localhost";

    public static async Task<OwnBroker> StartAsync()
    {
        var broker = new OwnBroker();
        await broker.StartAgainAsync();
        return broker;
    }

    /// <summary>Starts it on the data of the last time.</summary>
    public async Task StartAgainAsync()
    {
        var script = Path.Combine(TestServers.RepositoryRoot, "Ecommerce.AppHost", "NativeServers", "rabbitmq.sh");
        _process = Process.Start(new ProcessStartInfo("bash", [script, Home, $"{_port}"])
        {
            Environment = { ["RABBITMQ_DEFAULT_USER"] = "test", ["RABBITMQ_DEFAULT_PASS"] = "test" },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _ = _process.StandardOutput.ReadToEndAsync();
        _ = _process.StandardError.ReadToEndAsync();
        await Eventually.HoldsAsync(ListensAsync, "the broker listens", TimeSpan.FromSeconds(60));
    }

    /// <summary>SIGKILL.</summary>
    public async Task KillAsync()
    {
        await SignalAsync("KILL");
        await _process!.WaitForExitAsync();
    }

    /// <summary>Stops it in its tracks: connections stay open and nobody answers.</summary>
    public Task FreezeAsync() => SignalAsync("STOP");

    public Task ThawAsync() => SignalAsync("CONT");

    /// <summary>With 0 it takes no messages, as if memory were short.</summary>
    public async Task SetMemoryLimitAsync(string fraction)
    {
        string[] control = ["env", $"HOME={Home}", "/usr/lib/rabbitmq/bin/rabbitmqctl", "--node", Node, "set_vm_memory_high_watermark", fraction];
        await RunAsync(Environment.IsPrivilegedProcess ? ["setpriv", "--reuid=rabbitmq", "--regid=rabbitmq", "--init-groups", .. control] : control);
    }

    /// <summary>Waits until the broker has the queues' names on disk.</summary>
    /// <remarks>
    /// RabbitMQ 3.10 keeps the name of a new quorum queue in memory for up to three seconds. Killed within them, it comes
    /// back with the queue empty and for ever without a leader, whatever its clients do.
    /// </remarks>
    public Task WaitForQueuesOnDiskAsync(params string[] queues) =>
        Eventually.HoldsAsync(
            () => Task.FromResult(Array.TrueForAll(queues, IsOnDisk)), "the broker has the queues on disk", TimeSpan.FromSeconds(20));

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            await KillAsync();
        }

        _process?.Dispose();
        _data.Delete(recursive: true);
    }

    private bool IsOnDisk(string queue)
    {
        var names = Path.Combine(Home, "mnesia", Node, "quorum", Node, "names.dets");

        // An Erlang atom: its length, then its characters.
        var name = Encoding.ASCII.GetBytes("%2F_" + queue);
        return File.Exists(names) && File.ReadAllBytes(names).AsSpan().IndexOf([(byte)name.Length, .. name]) >= 0;
    }

    private async Task SignalAsync(string signal) =>
        await RunAsync("kill", "-" + signal, (await File.ReadAllTextAsync(Path.Combine(Home, "mnesia", Node + ".pid"))).Trim());

    private static async Task RunAsync(params string[] command)
    {
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, await output + error);
    }

    private async Task<bool> ListensAsync()
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, _port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
