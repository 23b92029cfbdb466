using System.Net.Http.Json;
using Ecommerce.GatewayBench;
using Ecommerce.MessagingBench.Service;
using Npgsql;
using RabbitMQ.Client;

namespace Ecommerce.MessagingBench;

/// <summary>What the processes have used since they started, in seconds.</summary>
internal sealed record Use(double Publisher, double Consumers, double Postgres, double RabbitMq)
{
    public double Total => Publisher + Consumers + Postgres + RabbitMq;

    public static Use operator -(Use left, Use right) => new(
        left.Publisher - right.Publisher, left.Consumers - right.Consumers, left.Postgres - right.Postgres, left.RabbitMq - right.RabbitMq);
}

/// <summary>A publishing service and those that consume its events, each in a process and with a database of its own.</summary>
internal sealed class RunningServices : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Dictionary<string, Child> _services = [];
    private readonly HttpClient _client = new() { Timeout = Patience };
    private readonly string _run = Guid.NewGuid().ToString("N")[..8];
    private readonly string _postgres = Setting("ConnectionStrings__postgres");
    private readonly string _rabbitMq = Setting("ConnectionStrings__messaging");
    private readonly NpgsqlDataSource _server;
    private ProcessorTimes? _processorTimes;
    private int _next;

    private RunningServices() => _server = NpgsqlDataSource.Create(_postgres);

    private IEnumerable<string> Consumers => _services.Keys.Where(name => name != Publisher);

    private static string Publisher => "publisher";

    private string Prefix => $"bench{_run}.";

    public static async Task<RunningServices> StartAsync(Variant variant, Options options)
    {
        var services = new RunningServices();
        try
        {
            services._processorTimes = await ProcessorTimes.OfAsync(services._server, new Uri(services._rabbitMq));
            foreach (var name in Enumerable.Range(1, options.Consumers).Select(number => $"consumer{number}").Prepend(Publisher))
            {
                await services.StartAsync(name, variant, options);
            }

            // An event that comes before the queues are bound is for nobody.
            await WaitAsync(services.HaveConsumersAsync, "the queues are consumed");
            return services;
        }
        catch
        {
            await services.DisposeAsync();
            throw;
        }
    }

    public Use Use()
    {
        double Of(string name) => _services[name].ProcessorTime.TotalSeconds;
        return new(Of(Publisher), Consumers.Sum(Of), _processorTimes!.Postgres, _processorTimes.RabbitMq);
    }

    /// <summary>Commits events at once and waits until all are handled.</summary>
    public Task<Handled> WriteAsync(int count, int subjects) =>
        MeasureAsync(count, subjects, countsWriting: false, (name, from) => PostAsync(Publisher, "write", new Batch(name, from, count, subjects)));

    /// <summary>Commits events one by one and waits until all are handled.</summary>
    public Task<Handled> PaceAsync(int perSecond, int seconds, int subjects, int seed) =>
        MeasureAsync(
            perSecond * seconds, subjects, countsWriting: true,
            (name, from) => PostAsync(Publisher, "pace", new Pace(name, from, perSecond * seconds, subjects, perSecond, seed)));

    public async ValueTask DisposeAsync()
    {
        foreach (var child in _services.Values)
        {
            child.Dispose();
        }

        await WithBrokerAsync(async channel =>
        {
            foreach (var name in _services.Keys)
            {
                await channel.QueueDeleteAsync(Prefix + name);
                await channel.QueueDeleteAsync(Prefix + name + ".dead");
            }

            await channel.ExchangeDeleteAsync(Prefix + "ecommerce.events");
        });
        foreach (var name in _services.Keys)
        {
            await ExecuteAsync(_server, $"DROP DATABASE IF EXISTS {DatabaseOf(name)} WITH (FORCE)");
        }

        await _server.DisposeAsync();
        _client.Dispose();
    }

    private static string Setting(string name) => Environment.GetEnvironmentVariable(name)
        ?? throw new InvalidOperationException("""Start the servers first: eval "$(eng/test-servers.sh start)".""");

    private async Task StartAsync(string name, Variant variant, Options options)
    {
        await ExecuteAsync(_server, $"CREATE DATABASE {DatabaseOf(name)}");
        var url = Child.FreeUrl();
        (string, string)[] settings =
        [
            ("ASPNETCORE_URLS", url),
            ("ASPNETCORE_ENVIRONMENT", "Production"),
            ("Logging__LogLevel__Default", "Warning"),
            ("ConnectionStrings__benchdb", new NpgsqlConnectionStringBuilder(_postgres) { Database = DatabaseOf(name) }.ConnectionString),
            ("ConnectionStrings__messaging", _rabbitMq),
            ("Messaging__Service", name),
            ("Messaging__Prefix", Prefix),
            (BenchService.HandlerKey.Replace(":", "__", StringComparison.Ordinal), name == Publisher ? "" : options.Handler),
            (BenchService.PaddingKey.Replace(":", "__", StringComparison.Ordinal), $"{options.Padding}"),
            .. variant.Settings.Select(setting => ("Messaging__" + setting.Key, setting.Value)),
        ];
        _services[name] = await Child.StartAsync(url, "dotnet", [variant.Program, BenchService.Verb], settings);
    }

    private string DatabaseOf(string name) => $"bench_{name}_{_run}";

    private async Task<Handled> MeasureAsync(int count, int subjects, bool countsWriting, Func<string, int, Task> write)
    {
        var (name, from) = ($"m{_next}", _next);
        _next += count;
        foreach (var consumer in Consumers)
        {
            await PostAsync<object>(consumer, $"subjects?name={name}&subjects={subjects}", new());
        }

        var before = Use();
        await write(name, from);
        before = countsWriting ? before : Use();
        await WaitAsync(async () => (await Task.WhenAll(Consumers.Select(consumer => CountAsync(consumer, from, count)))).All(handled => handled == count), "all are handled");
        var use = Use() - before;
        var committed = await GetAsync<long[]>(Publisher, $"times?from={from}&count={count}");
        var handled = await Task.WhenAll(Consumers.Select(consumer => GetAsync<long[]>(consumer, $"times?from={from}&count={count}")));
        foreach (var consumer in Consumers)
        {
            await VerifyAsync(consumer, name, count);
        }

        return new(committed, handled, use);
    }

    // From the consumer's own database: each event once, and each right after the one before it.
    private async Task VerifyAsync(string consumer, string name, int count)
    {
        await using var database = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(_postgres) { Database = DatabaseOf(consumer), Pooling = false });
        await using var command = database.CreateCommand("SELECT sum(handled), sum(out_of_order) FROM tallies WHERE subject LIKE $1 || '/%'");
        command.Parameters.Add(new() { Value = name });
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        var (handled, outOfOrder) = (reader.GetInt64(0), reader.GetInt64(1));
        if (handled != count || outOfOrder != 0)
        {
            throw new InvalidOperationException($"Of {count} events {consumer} has handled {handled}, {outOfOrder} of them out of order.");
        }
    }

    private async Task<bool> HaveConsumersAsync()
    {
        var waiting = false;
        await WithBrokerAsync(async channel =>
        {
            foreach (var name in Consumers)
            {
                waiting |= (await channel.QueueDeclarePassiveAsync(Prefix + name)).ConsumerCount == 0;
            }
        });
        return !waiting;
    }

    private async Task WithBrokerAsync(Func<IChannel, Task> act)
    {
        await using var connection = await new ConnectionFactory { Uri = new Uri(_rabbitMq) }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        await act(channel);
    }

    private static async Task WaitAsync(Func<Task<bool>> isSo, string what)
    {
        for (var watch = System.Diagnostics.Stopwatch.StartNew(); watch.Elapsed < Patience; await Task.Delay(100))
        {
            if (await isSo())
            {
                return;
            }
        }

        throw new TimeoutException($"After {Patience} it is still not so: {what}.");
    }

    private static async Task ExecuteAsync(NpgsqlDataSource server, string sql)
    {
        await using var command = server.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private Task<int> CountAsync(string consumer, int from, int count) => GetAsync<int>(consumer, $"count?from={from}&count={count}");

    private async Task<T> GetAsync<T>(string name, string path) => (await _client.GetFromJsonAsync<T>(new Uri(_services[name].Address, path)))!;

    private async Task PostAsync<T>(string name, string path, T body)
    {
        using var response = await _client.PostAsJsonAsync(new Uri(_services[name].Address, path), body);
        response.EnsureSuccessStatusCode();
    }
}
