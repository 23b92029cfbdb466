using System.Net.Http.Headers;
using Ecommerce.Testing.Servers;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Npgsql;
using Xunit;

namespace Ecommerce.Testing.Hosting;

/// <summary>A service under test on real Kestrel, Postgres, Redis and RabbitMQ, started once per test assembly.</summary>
/// <typeparam name="TEntryPoint">Any type of the service's assembly.</typeparam>
public abstract class ServiceFixture<TEntryPoint>(string service) : IAsyncLifetime
    where TEntryPoint : class
{
    private readonly string _prefix = $"t{Guid.NewGuid():N}.";
    private TestDatabase _database = null!;
    private StubService? _others;

    /// <summary>The running service.</summary>
    public WebApplicationFactory<TEntryPoint> Factory { get; private set; } = null!;

    /// <summary>The service's database.</summary>
    public NpgsqlDataSource Database { get; private set; } = null!;

    /// <summary>What is put before the names of exchange and queues in this run.</summary>
    public string MessagingPrefix => _prefix;

    /// <summary>The service's services.</summary>
    public IServiceProvider Services => Factory.Services;

    /// <summary>Further settings, by configuration key.</summary>
    protected virtual IEnumerable<KeyValuePair<string, string>> Settings => [];

    /// <summary>How the services around this one answer.</summary>
    protected virtual void MapOthers(Microsoft.AspNetCore.Builder.WebApplication others)
    {
    }

    /// <inheritdoc/>
    public virtual async ValueTask InitializeAsync()
    {
        var databaseName = service.Replace("-service", "db", StringComparison.Ordinal);
        _database = await TestDatabase.CreateAsync(databaseName);
        _others = await StubService.StartAsync(MapOthers);
        Database = NpgsqlDataSource.Create(_database.ConnectionString);
        Factory = new WebApplicationFactory<TEntryPoint>().WithWebHostBuilder(host =>
        {
            host.UseEnvironment("Testing");
            host.UseUrls("http://127.0.0.1:0"); // Without it the host takes port 5000, and two test runs take it from each other.
            host.UseSetting($"ConnectionStrings:{databaseName}", _database.ConnectionString);
            host.UseSetting("ConnectionStrings:messaging", TestServers.Current.Messaging);
            host.UseSetting("ConnectionStrings:redis", TestServers.Current.Redis);
            host.UseSetting("Database:MigrateAtStart", "true");
            host.UseSetting("Messaging:Prefix", _prefix);
            host.UseSetting("Messaging:RetryDelay", "00:00:00.100");
            host.UseSetting("ServiceAuthentication:ClientSecret", "test");
            foreach (var other in ServiceNames)
            {
                host.UseSetting($"services:{other}:http:0", _others.Address.ToString());
            }

            foreach (var (key, value) in Settings)
            {
                host.UseSetting(key, value);
            }

            host.ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
            host.ConfigureTestServices(services =>
            {
                services.PostConfigure<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme, options =>
                {
                    options.TokenValidationParameters.IssuerSigningKey = TestTokens.Key;
                    options.Configuration = new OpenIdConnectConfiguration();
                });
                Configure(services);
            });
        });
        Factory.UseKestrel(0);
        Factory.StartServer();
    }

    /// <summary>Replaces services of the host: the clock, at most.</summary>
    protected virtual void Configure(IServiceCollection services)
    {
    }

    /// <summary>A client of nobody in particular.</summary>
    public HttpClient Anonymous() => Factory.CreateClient();

    /// <summary>A client with a token.</summary>
    public HttpClient With(string token)
    {
        var client = Factory.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <inheritdoc/>
    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Factory.DisposeAsync();
        await Database.DisposeAsync();
        await TestBroker.DeleteAsync(_prefix, service);
        if (_others is not null)
        {
            await _others.DisposeAsync();
        }

        await _database.DisposeAsync();
    }

    private static readonly string[] ServiceNames =
    [
        "auth-service", "user-service", "product-service", "cart-service", "order-service", "payment-service",
        "notification-service", "discount-service", "shipping-service", "return-service",
    ];
}
