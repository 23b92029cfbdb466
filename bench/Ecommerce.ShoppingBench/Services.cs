using Ecommerce.GatewayBench;
using Npgsql;

namespace Ecommerce.ShoppingBench;

/// <summary>The real cart-, discount-, product- and shipping-service on real servers, each in a process and with a database of its own.</summary>
internal sealed class Services : IAsyncDisposable
{
    private static readonly string[] Names = ["product", "discount", "shipping", "cart"];
    private readonly string _run = Guid.NewGuid().ToString("N")[..8];
    private readonly Dictionary<string, Child> _children = [];
    private readonly string _postgres = Environment.GetEnvironmentVariable("ConnectionStrings__postgres")
        ?? throw new InvalidOperationException("Start the servers first: eval \"$(eng/test-servers.sh start)\".");

    private Services()
    {
    }

    public TimeSpan ProcessorTime => _children.Values.Aggregate(TimeSpan.Zero, (sum, child) => sum + child.ProcessorTime);

    public Uri Of(string name) => _children[name].Address;

    public static async Task<Services> StartAsync(string issuerUrl)
    {
        var services = new Services();
        try
        {
            var urls = Names.ToDictionary(name => name, _ => Child.FreeUrl());
            foreach (var name in Names)
            {
                await services.SqlAsync($"CREATE DATABASE {services.DatabaseOf(name)}");
                services._children[name] = await services.StartAsync(name, urls, issuerUrl);
            }

            return services;
        }
        catch
        {
            await services.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var child in _children.Values)
        {
            child.Dispose();
        }

        foreach (var name in Names)
        {
            await SqlAsync($"DROP DATABASE IF EXISTS {DatabaseOf(name)} WITH (FORCE)");
        }
    }

    private string DatabaseOf(string name) => $"bench_{name}_{_run}";

    private Task<Child> StartAsync(string name, Dictionary<string, string> urls, string issuerUrl)
    {
        var project = $"Ecommerce.{char.ToUpperInvariant(name[0])}{name[1..]}Service";
        var program = Path.Combine(Root(), "services", project, "bin", Configuration, "net10.0", project + ".dll");
        (string, string)[] settings =
        [
            ("ASPNETCORE_ENVIRONMENT", "Production"),
            ("ASPNETCORE_CONTENTROOT", Path.GetDirectoryName(program)!),
            ("Logging__LogLevel__Default", "Warning"),
            ($"ConnectionStrings__{name}db", new NpgsqlConnectionStringBuilder(_postgres) { Database = DatabaseOf(name) }.ConnectionString),
            ("Database__MigrateAtStart", "true"),
            ("Demo__Enabled", "true"),
            ("Messaging__Prefix", $"bench{_run}."),
            ("ServiceAuthentication__ClientSecret", "bench"),
            ("Shippo__ApiKey", "bench"),
            ("Shippo__WebhookSecret", "bench"),
            ("services__auth-service__http__0", issuerUrl),
            .. urls.Select(url => ($"services__{url.Key}-service__http__0", url.Value)),
        ];
        return Child.StartAsync(urls[name], "dotnet", [program, "--urls", urls[name]], settings);
    }

    private async Task SqlAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_postgres);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif

    private static string Root()
    {
        var folder = new DirectoryInfo(Environment.GetEnvironmentVariable("ECOMMERCE_ROOT") ?? AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Ecommerce.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("Ecommerce.sln is in no folder above: set ECOMMERCE_ROOT.");
    }
}
