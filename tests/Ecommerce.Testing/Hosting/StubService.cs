using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ecommerce.Testing.Hosting;

/// <summary>A server on the wire that stands for the services around the one under test; each test says how it answers.</summary>
public sealed class StubService : IAsyncDisposable
{
    private readonly WebApplication _app;

    private StubService(WebApplication app) => _app = app;

    /// <summary>Where it listens.</summary>
    public Uri Address => new(_app.Urls.First());

    /// <summary>Starts a server. The token endpoint is there already.</summary>
    public static async Task<StubService> StartAsync(Action<WebApplication> map)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();

        // The stub runs in the process of the service under test, whose exporter would otherwise export the stub's spans, too.
        builder.Services.AddSingleton(new ActivitySource("stub"));
        builder.Services.Configure<JsonOptions>(options => options.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.CamelCase);
        var app = builder.Build();
        app.MapPost("/internal/v1/token", () => Results.Json(new Dictionary<string, object>
        {
            ["access_token"] = TestTokens.Service(),
            ["token_type"] = "Bearer",
            ["expires_in"] = 900,
        }));
        map(app);
        await app.StartAsync();
        return new StubService(app);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
