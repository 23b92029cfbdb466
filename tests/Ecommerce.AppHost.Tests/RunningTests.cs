using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Ecommerce.Testing.Probing;
using Ecommerce.Testing.Servers;
using k8s.Models;
using Npgsql;

namespace Ecommerce.AppHost.Tests;

/// <summary>The real services with exactly the environment that the chart gives their containers, on real servers outside the "cluster".</summary>
public sealed class RunningTests(PublishedChart chart)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    [Fact]
    public async Task Migrations_make_their_databases_and_then_every_service_becomes_healthy()
    {
        var prefix = $"chart{Guid.NewGuid():N}_"[..14];
        var manifests = await chart.ManifestsAsync(await ValuesAsync(prefix));
        await DropDatabasesAsync();
        var running = new ConcurrentBag<Process>();
        try
        {
            // As in a cluster: all at once. Services wait for their migration, which has to make its database first.
            var waiting = Start(manifests, "order-service", manifests.Deployments.Single(d => d.Metadata.Name == "order-service").Spec.Template.Spec.InitContainers.Single(), port: 0);
            running.Add(waiting);
            var migrations = manifests.Jobs.Select(job => Start(
                manifests, job.Metadata.Name[..job.Metadata.Name.IndexOf("-migrate-", StringComparison.Ordinal)], job.Spec.Template.Spec.Containers.Single(), port: 0)).ToArray();
            Array.ForEach(migrations, running.Add);
            await Task.WhenAll(migrations.Select(EndAsync));
            await EndAsync(waiting);
            foreach (var process in migrations.Append(waiting))
            {
                process.ExitCode.ShouldBe(0, process.StartInfo.FileName + " " + string.Join(' ', process.StartInfo.ArgumentList));
            }

            var ports = new Dictionary<string, int>();
            foreach (var deployment in manifests.Deployments)
            {
                var port = ports[deployment.Metadata.Name] = FreePort();
                running.Add(Start(manifests, deployment.Metadata.Name, deployment.Spec.Template.Spec.Containers.Single(), port));
            }

            using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
            foreach (var (name, port) in ports)
            {
                var probes = manifests.Deployments.Single(deployment => deployment.Metadata.Name == name).Spec.Template.Spec.Containers.Single();
                await Eventually.HoldsAsync(() => AnswersAsync(http, port, probes.ReadinessProbe.HttpGet.Path), $"{name} is ready", Patience);
                (await AnswersAsync(http, port, probes.LivenessProbe.HttpGet.Path)).ShouldBeTrue(name);
            }
        }
        finally
        {
            foreach (var process in running)
            {
                process.Kill(entireProcessTree: true);
                process.Dispose();
            }

            await TestBroker.DeleteAsync(prefix, [.. manifests.Deployments.Select(deployment => deployment.Metadata.Name)]);
            await DropDatabasesAsync();
        }

        async Task DropDatabasesAsync()
        {
            await using var source = NpgsqlDataSource.Create(TestServers.Current.Postgres);
            foreach (var job in manifests.Jobs)
            {
                var name = manifests.EnvironmentOf(job.Spec.Template.Spec.Containers.Single()).Single(variable => variable.Key.EndsWith("DB_DATABASENAME", StringComparison.Ordinal)).Value;
                await using var command = source.CreateCommand($"DROP DATABASE IF EXISTS \"{name}\" WITH (FORCE)");
                await command.ExecuteNonQueryAsync();
            }
        }
    }

    private async Task<string[]> ValuesAsync(string prefix)
    {
        var postgres = new NpgsqlConnectionStringBuilder(TestServers.Current.Postgres);
        var broker = new Uri(TestServers.Current.Messaging);
        var (cache, password) = (TestServers.Current.Redis.Split(',')[0].Split(':'), TestServers.Current.Redis.Split("password=")[1]);
        return
        [
            .. await chart.CreatedSecretAsync(),
            "postgres.enabled=false", $"postgres.host={postgres.Host}", $"postgres.port={postgres.Port}", $"postgres.username={postgres.Username}",
            $"secrets.values.postgres-password={postgres.Password}",
            "messaging.enabled=false", $"messaging.host={broker.Host}", $"messaging.port={broker.Port}", $"messaging.username={broker.UserInfo.Split(':')[0]}",
            $"secrets.values.messaging-password={broker.UserInfo.Split(':')[1]}",
            "redis.enabled=false", $"redis.host={cache[0]}", $"redis.port={cache[1]}", $"secrets.values.redis-password={password}",
            $"environment.Messaging__Prefix={prefix}",
        ];
    }

    private static Process Start(Manifests manifests, string service, V1Container container, int port)
    {
        var project = "Ecommerce." + string.Concat(service.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
        var dll = Programs.Of("services", project);
        var start = new ProcessStartInfo("dotnet", [dll, .. container.Args ?? []]) { WorkingDirectory = Path.GetDirectoryName(dll)!, RedirectStandardOutput = true };
        foreach (var inherited in start.Environment.Keys.Where(name => name.StartsWith("ConnectionStrings__", StringComparison.Ordinal)).ToArray())
        {
            start.Environment.Remove(inherited);
        }

        foreach (var (name, value) in manifests.EnvironmentOf(container))
        {
            start.Environment[name] = value;
        }

        start.Environment["HTTP_PORTS"] = $"{port}";
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return process;
    }

    private static async Task EndAsync(Process process)
    {
        using var deadline = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(deadline.Token);
    }

    private static async Task<bool> AnswersAsync(HttpClient http, int port, string path)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri($"http://127.0.0.1:{port}{path}"));
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            // It does not listen yet, or eleven services that start at once leave it no processor.
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
