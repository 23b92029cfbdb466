using Ecommerce.Messaging.Broker;
using Ecommerce.Messaging.Consuming;
using Ecommerce.Messaging.Outbox;
using Ecommerce.Testing.Probing;
using Ecommerce.Testing.Servers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Npgsql;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Ecommerce.Messaging.Tests;

/// <summary>A service that is nothing but messaging, with a database and queues of its own.</summary>
public sealed class MessagingHost : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly string _prefix = $"m{Guid.NewGuid():N}.";
    private readonly Dictionary<string, string?> _settings;

    private readonly string _broker;

    private MessagingHost(TestDatabase database, Dictionary<string, string?>? settings, string? broker)
    {
        _database = database;
        _broker = broker ?? TestServers.Current.Messaging;
        _settings = settings ?? [];
    }

    public IHost Host { get; private set; } = null!;

    public Misbehaviour Misbehaviour { get; } = new();

    public string Queue => _prefix + "test-service";

    public string Exchange => _prefix + "ecommerce.events";

    public static async Task<MessagingHost> StartAsync(Dictionary<string, string?>? settings = null, string? broker = null)
    {
        var host = new MessagingHost(await TestDatabase.CreateAsync("messaging"), settings, broker);
        await host.BuildAsync(createTables: true);
        await host.Host.StartAsync();

        // An event that comes before the queue is bound is for nobody.
        await Eventually.HoldsAsync(host.HasConsumerAsync, "the queue has a consumer");
        return host;
    }

    /// <summary>Stops the service and starts it again on its data.</summary>
    public async Task RestartAsync()
    {
        await Host.StopAsync();
        Host.Dispose();
        await BuildAsync(createTables: false);
        await Host.StartAsync();
    }

    /// <summary>Stops the service in this process; database and queues stay.</summary>
    public Task StopServiceAsync() => Host.StopAsync();

    /// <summary>Starts the service in a process of its own, on the same database and queues.</summary>
    public ServiceProcess StartProcess(bool hangsAfterCommit = false, int publishes = 0) =>
        ServiceProcess.Start(Settings, _database.ConnectionString, hangsAfterCommit, publishes);

    /// <summary>A connection to the service's database.</summary>
    public async Task<NpgsqlConnection> OpenDatabaseAsync()
    {
        // Not pooled: a session lock ends when it is closed.
        var connection = new NpgsqlConnection(_database.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        return connection;
    }

    public Task PublishAsync(params IEnumerable<Counted> events) => ServiceProcess.PublishAsync(Host.Services, events);

    /// <summary>Waits until so many effects are there, and sees that they are those of <see cref="Counted.Sequence"/>: each once, each subject's in order.</summary>
    public async Task ShouldHaveHandledAsync(int count)
    {
        await Eventually.HoldsAsync(async () => await CountAsync() >= count, "all are handled", TimeSpan.FromSeconds(60));
        await Eventually.HoldsAsync(IsQueueEmptyAsync, "the queue is empty");
        (await CountAsync()).ShouldBe(count);
        foreach (var subject in Counted.Sequence(count).GroupBy(counted => counted.Subject, counted => counted.Number))
        {
            (await EffectsAsync(subject.Key)).ShouldBe(subject);
        }
    }

    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = Host.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>All effects of a subject, in the order in which they came about.</summary>
    public async Task<List<int>> EffectsAsync(string subject)
    {
        await using var scope = Host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<TestContextDb>().Effects
            .Where(effect => effect.Subject == subject).OrderBy(effect => effect.Id).Select(effect => effect.Number).ToListAsync();
    }

    public async Task SendRawAsync(byte[] body, string? type = null)
    {
        await using var connection = await ConnectAsync();
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true, null));
        await channel.BasicPublishAsync("", Queue, mandatory: true, new BasicProperties { Type = type, Persistent = true }, body);
    }

    public async Task DeleteQueueAsync()
    {
        await using var connection = await ConnectAsync();
        await using var channel = await connection.CreateChannelAsync();
        await channel.QueueDeleteAsync(Queue);
    }

    public async Task<bool> HasConsumerAsync() => await QueueAsync() is { ConsumerCount: > 0 };

    /// <summary>Whether nothing waits in the queue.</summary>
    public async Task<bool> IsQueueEmptyAsync() => await QueueAsync() is { MessageCount: 0 };

    /// <summary>How many effects there are.</summary>
    public Task<long> CountAsync() => ScalarAsync<long>("SELECT count(*) FROM effects");

    /// <summary>What the health check of messaging says.</summary>
    public async Task<HealthStatus> HealthAsync() =>
        (await Host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries[BrokerHealthCheck.Name].Status;

    public DeadLetters DeadLetters => Host.Services.GetRequiredService<DeadLetters>();

    public async ValueTask DisposeAsync()
    {
        await Host.StopAsync();
        Host.Dispose();
        if (_broker == TestServers.Current.Messaging)
        {
            await TestBroker.DeleteAsync(_prefix, "test-service");
        }

        await _database.DisposeAsync();
    }

    private IEnumerable<KeyValuePair<string, string?>> Settings => new Dictionary<string, string?>
    {
        ["ConnectionStrings:messaging"] = _broker,
        ["Messaging:Service"] = "test-service",
        ["Messaging:Prefix"] = _prefix,
        ["Messaging:RetryDelay"] = "00:00:00.050",
        ["Messaging:PollInterval"] = "00:00:00.100",
    }.Concat(_settings).GroupBy(pair => pair.Key, (key, pairs) => KeyValuePair.Create(key, pairs.Last().Value));

    private async Task<QueueDeclareOk?> QueueAsync()
    {
        await using var connection = await ConnectAsync();
        await using var channel = await connection.CreateChannelAsync();
        try
        {
            return await channel.QueueDeclarePassiveAsync(Queue);
        }
        catch (OperationInterruptedException)
        {
            return null;
        }
    }

    private Task<IConnection> ConnectAsync() => new ConnectionFactory { Uri = new Uri(_broker) }.CreateConnectionAsync();

    private async Task BuildAsync(bool createTables)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder();
        builder.Configuration.AddInMemoryCollection(Settings);
        ServiceProcess.Configure(builder, _database.ConnectionString, Misbehaviour);
        Host = builder.Build();
        if (createTables)
        {
            await using var scope = Host.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<TestContextDb>().Database.EnsureCreatedAsync();
        }
    }
}
