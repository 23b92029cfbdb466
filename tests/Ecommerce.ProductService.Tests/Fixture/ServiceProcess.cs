using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Ecommerce.Testing.Hosting;
using Ecommerce.Testing.Probing;
using Ecommerce.Testing.Servers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.Tokens;
using Npgsql;

namespace Ecommerce.ProductService.Tests.Fixture;

/// <summary>product-service as a process with a database of its own, which a test may kill.</summary>
internal sealed class ServiceProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly string _prefix = $"t{Guid.NewGuid():N}.";
    private readonly DirectoryInfo _files = Directory.CreateTempSubdirectory("product-service");
    private readonly TestDatabase _database;
    private readonly StubService _issuer;
    private readonly string _url;
    private readonly ConcurrentQueue<string> _output = new();
    private Process? _process;

    private ServiceProcess(TestDatabase database, StubService issuer, string url)
    {
        (_database, _issuer, _url) = (database, issuer, url);
        Database = NpgsqlDataSource.Create(database.ConnectionString);
        Client = new HttpClient { BaseAddress = new Uri(url), Timeout = TimeSpan.FromSeconds(30) };
        Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", TestTokens.Service("order-service"));
    }

    public NpgsqlDataSource Database { get; }

    /// <summary>order-service.</summary>
    public HttpClient Client { get; }

    public static async Task<ServiceProcess> StartAsync()
    {
        var service = new ServiceProcess(await TestDatabase.CreateAsync("productdb"), await StubService.StartAsync(MapIssuer), FreeUrl());
        await service.StartAgainAsync();
        return service;
    }

    public async Task StartAgainAsync()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Ecommerce.ProductService.dll")]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Testing",
            ["ASPNETCORE_URLS"] = _url,
            ["ConnectionStrings__productdb"] = _database.ConnectionString,
            ["ConnectionStrings__messaging"] = TestServers.Current.Messaging,
            ["ConnectionStrings__redis"] = TestServers.Current.Redis,
            ["Database__MigrateAtStart"] = "true",
            ["Messaging__Prefix"] = _prefix,
            ["ServiceAuthentication__ClientSecret"] = "test",
            ["Search__Path"] = _files.FullName,
            ["Images__Folder"] = Path.Combine(_files.FullName, "images"),
            ["Logging__LogLevel__Default"] = "Error",
            ["services__auth-service__http__0"] = _issuer.Address.ToString(),
        })
        {
            start.Environment[name] = value;
        }

        _output.Clear();
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => _output.Enqueue(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => _output.Enqueue(line.Data ?? "");
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await Eventually.HoldsAsync(IsUpAsync, "the service is up", Patience);
    }

    /// <summary>As the machine does that loses its power.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await KillAsync();
        }

        Client.Dispose();
        await Database.DisposeAsync();
        await _issuer.DisposeAsync();
        await TestBroker.DeleteAsync(_prefix, "product-service");
        await _database.DisposeAsync();
        _files.Delete(recursive: true);
    }

    private static void MapIssuer(WebApplication issuer)
    {
        var key = JsonWebKeyConverter.ConvertFromECDsaSecurityKey((ECDsaSecurityKey)TestTokens.Key);
        issuer.MapGet("/.well-known/openid-configuration", (HttpRequest request) => Results.Json(new Dictionary<string, string>
        {
            ["issuer"] = "ecommerce",
            ["jwks_uri"] = $"http://{request.Host}/.well-known/jwks.json",
        }));
        issuer.MapGet("/.well-known/jwks.json", () => Results.Json(new Dictionary<string, object>
        {
            ["keys"] = new[] { new Dictionary<string, string> { ["kty"] = "EC", ["crv"] = "P-256", ["use"] = "sig", ["alg"] = "ES256", ["kid"] = "test", ["x"] = key.X, ["y"] = key.Y } },
        }));
    }

    private static string FreeUrl()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }

    private async Task<bool> IsUpAsync()
    {
        try
        {
            using var response = await Client.GetAsync("/health");
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return _process!.HasExited ? throw new InvalidOperationException($"The service ended while it started: {string.Join('\n', _output.Take(20))}") : false;
        }
    }
}
