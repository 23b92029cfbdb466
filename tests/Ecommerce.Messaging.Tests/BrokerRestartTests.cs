using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Ecommerce.Testing.Probing;
using Ecommerce.Testing.Servers;

namespace Ecommerce.Messaging.Tests;

public sealed class BrokerRestartTests : IAsyncLifetime
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("broker-");
    private readonly int _port = FreePort();
    private Process? _broker;

    [Fact]
    public async Task A_broker_that_restarts_in_the_middle_loses_and_doubles_nothing()
    {
        Assert.SkipUnless(IsWanted, "Known to fail now and then, see docs/known-issues.md; runs with MESSAGING_BROKER_RESTART=1.");
        await using var host = await MessagingHost.StartAsync(broker: $"amqp://test:test@127.0.0.1:{_port}");
        await host.PublishAsync(Enumerable.Range(0, 500).Select(number => new Counted($"restart/{number % 10}", number)));
        await Eventually.HoldsAsync(async () => await host.ScalarAsync<long>("SELECT count(*) FROM effects") > 50, "some are handled");

        _broker!.Kill(entireProcessTree: true);
        await _broker.WaitForExitAsync();
        await host.PublishAsync(Enumerable.Range(500, 500).Select(number => new Counted($"restart/{number % 10}", number)));
        await StartAsync();

        await Eventually.HoldsAsync(
            async () => await host.ScalarAsync<long>("SELECT count(*) FROM effects") >= 1_000, "all are handled", TimeSpan.FromSeconds(150));
        (await host.ScalarAsync<long>("SELECT count(*) FROM effects")).ShouldBe(1_000);
        for (var subject = 0; subject < 10; subject++)
        {
            var numbers = await host.EffectsAsync($"restart/{subject}");
            numbers.ShouldBe(numbers.Order());
        }
    }

    private static bool IsWanted => Environment.GetEnvironmentVariable("MESSAGING_BROKER_RESTART") == "1";

    public async ValueTask InitializeAsync()
    {
        if (!IsWanted)
        {
            return;
        }

        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_data.FullName, (UnixFileMode)0b111_101_101);
        }

        await StartAsync();
    }

    public ValueTask DisposeAsync()
    {
        _broker?.Kill(entireProcessTree: true);
        _broker?.WaitForExit();
        _broker?.Dispose();
        _data.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task StartAsync()
    {
        var script = Path.Combine(TestServers.RepositoryRoot, "Ecommerce.AppHost", "NativeServers", "rabbitmq.sh");
        _broker = Process.Start(new ProcessStartInfo("bash", [script, Path.Combine(_data.FullName, "rabbitmq"), $"{_port}"])
        {
            Environment = { ["RABBITMQ_DEFAULT_USER"] = "test", ["RABBITMQ_DEFAULT_PASS"] = "test" },
            RedirectStandardOutput = true,
        })!;
        _ = _broker.StandardOutput.ReadToEndAsync();
        await Eventually.HoldsAsync(IsUpAsync, "the broker listens", TimeSpan.FromSeconds(60));
    }

    private async Task<bool> IsUpAsync()
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
