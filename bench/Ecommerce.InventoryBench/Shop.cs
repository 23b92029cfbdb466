using Ecommerce.GatewayBench;
using Npgsql;

namespace Ecommerce.InventoryBench;

/// <summary>product-service in a process of its own, on a database of its own, with stock.</summary>
internal sealed class Shop : IAsyncDisposable
{
    private readonly string _server;
    private readonly string _name = $"inventorybench_{Environment.ProcessId}";
    private readonly Issuer _issuer;
    private Child? _service;

    private Shop(string server, Issuer issuer)
    {
        (_server, _issuer) = (server, issuer);
        ConnectionString = new NpgsqlConnectionStringBuilder(server) { Database = _name, MaxPoolSize = 100, NoResetOnClose = true }.ConnectionString;
        Token = issuer.Token("service");
    }

    public string ConnectionString { get; }

    public string Token { get; }

    public Uri Address => _service!.Address;

    public static async Task<Shop> OpenAsync(int articles)
    {
        var server = Environment.GetEnvironmentVariable("ConnectionStrings__postgres")
            ?? throw new InvalidOperationException("""Start the servers first: eval "$(eng/test-servers.sh start)".""");
        var issuerUrl = Child.FreeUrl();
        var issuer = new Issuer(issuerUrl);
        await issuer.StartAsync();
        var shop = new Shop(server, issuer);
        await ExecuteAsync(server, $"CREATE DATABASE {shop._name}");
        await shop.StartServiceAsync(issuerUrl);
        await ExecuteAsync(shop.ConnectionString, $"""
            SELECT change_stock(
              gen_random_uuid(), 'received', array_agg(a.sku), array_agg(2000000000), now())
            FROM (SELECT 'HOT' AS sku UNION ALL SELECT 'S' || i FROM generate_series(1, {articles}) i) a
            """);
        await ExecuteAsync(shop.ConnectionString, "VACUUM ANALYZE");
        return shop;
    }

    public async ValueTask DisposeAsync()
    {
        _service?.Dispose();
        await _issuer.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        await ExecuteAsync(_server, $"DROP DATABASE {_name} WITH (FORCE)");
    }

    private static async Task ExecuteAsync(string server, string sql)
    {
        await using var source = NpgsqlDataSource.Create(server);
        await using var command = source.CreateCommand(sql);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync();
    }

    private async Task StartServiceAsync(string issuer)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Ecommerce.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("Ecommerce.sln is in no folder above.");
        }

        var url = Child.FreeUrl();
        var dll = Path.Combine(folder.FullName, "services", "Ecommerce.ProductService", "bin", "Release", "net10.0", "Ecommerce.ProductService.dll");
        _service = await Child.StartAsync(url, "dotnet", [dll],
            ("ASPNETCORE_URLS", url), ("ASPNETCORE_ENVIRONMENT", "Production"), ("Logging__LogLevel__Default", "Warning"),
            ("ConnectionStrings__productdb", ConnectionString), ("Database__MigrateAtStart", "true"), ("Messaging__Prefix", $"bench{Environment.ProcessId}."),
            ("Search__Path", Path.Combine(Path.GetTempPath(), _name)), ("ServiceAuthentication__ClientSecret", "bench"), ("services__auth-service__http__0", issuer));
    }
}
