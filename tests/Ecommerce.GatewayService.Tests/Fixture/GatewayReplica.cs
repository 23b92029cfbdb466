using System.Net.Http.Headers;
using Ecommerce.GatewayService.Caching;
using Ecommerce.Testing.Hosting;
using Ecommerce.Testing.Servers;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Ecommerce.GatewayService.Tests.Fixture;

/// <summary>One of several gateways that share Redis and the broker, with settings of a test's own.</summary>
public sealed class GatewayReplica : IAsyncDisposable
{
    private readonly WebApplicationFactory<Program> _factory;

    private GatewayReplica(WebApplicationFactory<Program> factory) => _factory = factory;

    public Uri Address => _factory.ClientOptions.BaseAddress;

    /// <summary>Whether it hears of changes of products.</summary>
    public bool Hears => _factory.Services.GetRequiredService<KeptAnswers>().Hears;

    /// <summary>Starts one.</summary>
    /// <param name="prefix">Shared by the replicas of one test, and by nobody else.</param>
    /// <param name="trustsTestTokens">Whether it knows the key of <see cref="TestTokens"/>; else it asks auth-service.</param>
    /// <param name="settings">Further settings.</param>
    public static GatewayReplica Start(string prefix, bool trustsTestTokens = true, params (string Key, string Value)[] settings)
    {
        var factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            host.UseEnvironment("Testing");
            host.UseUrls("http://127.0.0.1:0");
            host.UseSetting("ConnectionStrings:redis", TestServers.Current.Redis);
            host.UseSetting("ConnectionStrings:messaging", TestServers.Current.Messaging);
            host.UseSetting("Redis:Prefix", prefix);
            host.UseSetting("Messaging:Prefix", prefix);
            host.UseSetting("RateLimits:Factor", "1000");
            foreach (var (key, value) in settings)
            {
                host.UseSetting(key, value);
            }

            host.ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
            if (trustsTestTokens)
            {
                host.ConfigureTestServices(services => services.PostConfigure<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme, options =>
                {
                    options.TokenValidationParameters.IssuerSigningKey = TestTokens.Key;
                    options.Configuration = new OpenIdConnectConfiguration();
                }));
            }
        });
        factory.UseKestrel(0);
        factory.StartServer();
        return new GatewayReplica(factory);
    }

    /// <summary>A client of nobody in particular.</summary>
    public HttpClient Anonymous() => _factory.CreateClient();

    /// <summary>The same, who knows the replicas by their common name.</summary>
    public HttpClient Visitor()
    {
        var client = _factory.CreateClient();
        client.DefaultRequestHeaders.Host = "shop.example";
        return client;
    }

    /// <summary>A client with a token.</summary>
    public HttpClient With(string token)
    {
        var client = _factory.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    public ValueTask DisposeAsync() => _factory.DisposeAsync();
}
