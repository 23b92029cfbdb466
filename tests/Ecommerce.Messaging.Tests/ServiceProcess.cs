using System.Diagnostics;
using Ecommerce.Messaging.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Ecommerce.Messaging.Tests;

/// <summary>The service that is nothing but messaging, in a process of its own that can be killed.</summary>
public sealed class ServiceProcess : IAsyncDisposable
{
    public const string Verb = "service";
    private const string DatabaseName = "messaging-tests";
    private const string HangKey = "Tests:HangAfterCommit";
    private const string PublishKey = "Tests:Publish";

    private readonly Process _process;

    private ServiceProcess(Process process) => _process = process;

    /// <summary>Starts it.</summary>
    /// <param name="settings">Its configuration.</param>
    /// <param name="database">Its database.</param>
    /// <param name="hangsAfterCommit">Whether it hangs between the commit of what a handler did and the acknowledgement.</param>
    /// <param name="publishes">How many events it commits when it has started.</param>
    public static ServiceProcess Start(IEnumerable<KeyValuePair<string, string?>> settings, string database, bool hangsAfterCommit, int publishes)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(ServiceProcess).Assembly.Location, Verb]);
        KeyValuePair<string, string?>[] own =
            [new("ConnectionStrings:" + DatabaseName, database), new(HangKey, $"{hangsAfterCommit}"), new(PublishKey, $"{publishes}")];
        foreach (var (key, value) in settings.Concat(own))
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        return new(Process.Start(start)!);
    }

    /// <summary>SIGKILL.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    /// <summary>What the process does.</summary>
    public static async Task<int> RunAsync()
    {
        var builder = Host.CreateApplicationBuilder();
        Configure(builder, builder.Configuration.GetConnectionString(DatabaseName)!, new Misbehaviour(), builder.Configuration.GetValue<bool>(HangKey));
        using var host = builder.Build();
        await host.StartAsync();
        await PublishAsync(host.Services, Counted.Sequence(builder.Configuration.GetValue<int>(PublishKey)));
        await host.WaitForShutdownAsync();
        return 0;
    }

    /// <summary>Commits events.</summary>
    public static async Task PublishAsync(IServiceProvider services, IEnumerable<Counted> events)
    {
        await using var scope = services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<TestContextDb>();
        foreach (var counted in events)
        {
            context.AddToOutbox(counted, DateTimeOffset.UtcNow);
        }

        await context.SaveChangesAsync();
    }

    /// <summary>The same service, wherever it runs.</summary>
    public static void Configure(IHostApplicationBuilder builder, string database, Misbehaviour misbehaviour, bool hangsAfterCommit = false)
    {
        builder.Logging.SetMinimumLevel(LogLevel.Critical);
        builder.Services.AddSingleton(misbehaviour);
        builder.Services.AddSingleton(_ => NpgsqlDataSource.Create(database));
        builder.Services.AddDbContextPool<TestContextDb>((services, options) =>
        {
            options.UseNpgsql(services.GetRequiredService<NpgsqlDataSource>()).AddInterceptors(services.GetRequiredService<OutboxInterceptor>());
            if (hangsAfterCommit)
            {
                options.AddInterceptors(new HangAfterCommit());
            }
        });
        builder.AddMessaging<TestContextDb, NoMapper>(messaging => messaging.Handle<Counted, CountedHandler>());
    }
}
