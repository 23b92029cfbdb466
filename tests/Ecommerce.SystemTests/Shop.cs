using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Ecommerce.SystemTests;
using Ecommerce.Testing.Probing;
using Npgsql;

[assembly: AssemblyFixture(typeof(Shop))]

// One of the tests kills a service that the others need.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]

namespace Ecommerce.SystemTests;

/// <summary>The whole distributed application, started once for all tests, with ports and data of its own.</summary>
public sealed class Shop : IAsyncLifetime
{
    private const string StaffPassword = "a password for this run only";

    private static readonly string[] Services =
    [
        "auth-service", "user-service", "product-service", "cart-service", "order-service", "payment-service", "notification-service",
        "discount-service", "shipping-service", "return-service", "gateway-service", "provider-sandbox",
    ];

    private DistributedApplication _application = null!;

    /// <summary>Through the gateway, as nobody in particular.</summary>
    public HttpClient Gateway { get; private set; } = null!;

    public HttpClient Sandbox { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(4));
        var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.Ecommerce_AppHost>(
            ["--Servers:Ephemeral=true", $"--Parameters:demo-staff-password={StaffPassword}"], patience.Token);
        _application = await builder.BuildAsync(patience.Token);
        await _application.StartAsync(patience.Token);
        await Task.WhenAll(Services.Select(service => _application.ResourceNotifications.WaitForResourceHealthyAsync(service, patience.Token)));
        Gateway = NewClient();
        Sandbox = _application.CreateHttpClient("provider-sandbox", "http");
    }

    public HttpClient NewClient(string? token = null)
    {
        var client = _application.CreateHttpClient("gateway-service", "http");
        if (token is not null)
        {
            client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        }

        return client;
    }

    /// <summary>A customer with a verified address, logged in.</summary>
    public async Task<(HttpClient Client, string Email)> RegisterAsync()
    {
        var email = $"ada-{Guid.NewGuid():N}@example.com";
        const string Password = "correct horse battery";
        (await Gateway.PostAsJsonAsync("/api/v1/auth/register", new { email, password = Password, name = "Ada" })).EnsureSuccessStatusCode();
        var mail = await WaitForMailAsync(email, "verify-email?token=");
        var token = mail.Split("verify-email?token=")[1].Split('"', '\\', '\n', ' ', '<', '&')[0].Trim();
        (await Gateway.PostAsJsonAsync("/api/v1/auth/verify-email", new { token })).EnsureSuccessStatusCode();
        return (NewClient(await LogInAsync(email, Password)), email);
    }

    public async Task<HttpClient> StaffAsync(string role) => NewClient(await LogInAsync($"{role}@shop.example", StaffPassword));

    /// <summary>One of the first ten articles that the shop sells, by its place among them.</summary>
    public async Task<string> AnySkuAsync(int number)
    {
        var products = await Gateway.GetFromJsonAsync<JsonElement>("/api/v1/products?q=mug&limit=10");
        var slug = products.GetProperty("items")[number].GetProperty("slug").GetString();
        var product = await Gateway.GetFromJsonAsync<JsonElement>($"/api/v1/products/{slug}");
        return product.GetProperty("variants")[0].GetProperty("sku").GetString()!;
    }

    /// <summary>The text of a mail to somebody that holds something.</summary>
    public Task<string> WaitForMailAsync(string to, string holding) => Eventually.GetAsync(
        async () => (await Sandbox.GetFromJsonAsync<JsonElement>($"/sandbox/mails?to={Uri.EscapeDataString(to)}&limit=50")).ToString(),
        mails => mails.Contains(holding, StringComparison.Ordinal),
        $"a mail to {to} holds '{holding}'");

    /// <summary>What the provider says it holds for an order.</summary>
    public async Task<JsonElement> ChargesOfAsync(Guid order) =>
        await Sandbox.GetFromJsonAsync<JsonElement>($"/sandbox/stripe/summary?order={order}");

    public async Task<T> QueryAsync<T>(string database, string sql, params object[] values)
    {
        await using var source = NpgsqlDataSource.Create((await _application.GetConnectionStringAsync(database))!);
        await using var command = source.CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Ends a service's process as a crash does.</summary>
    /// <returns>The process that was ended.</returns>
    public int Kill(string service)
    {
        var id = ProcessOf(service).ShouldNotBeNull();
        using var process = Process.GetProcessById(id);
        process.Kill(entireProcessTree: true);
        return id;
    }

    /// <summary>Waits until the AppHost has started a killed service again and it is healthy.</summary>
    public async Task WaitForRestartAsync(string service, int killed)
    {
        await Eventually.HoldsAsync(
            () => Task.FromResult(ProcessOf(service) is { } id && id != killed), $"{service} is started again", TimeSpan.FromMinutes(1));
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await _application.ResourceNotifications.WaitForResourceHealthyAsync(service, deadline.Token);
    }

    /// <summary>Runs a command of a resource, as its button in the dashboard does.</summary>
    public Task<ExecuteCommandResult> CommandAsync(string resource, string command) =>
        _application.ResourceCommands.ExecuteCommandAsync(resource, command, TestContext.Current.CancellationToken);

    private int? ProcessOf(string service) =>
        _application.ResourceNotifications.TryGetCurrentState(service, out var state)
            && state.Snapshot.Properties.FirstOrDefault(property => property.Name == "executable.pid")?.Value is { } id
            ? Convert.ToInt32(id, System.Globalization.CultureInfo.InvariantCulture)
            : null;

    public async ValueTask DisposeAsync() => await _application.DisposeAsync();

    private async Task<string> LogInAsync(string email, string password)
    {
        var response = await Gateway.PostAsJsonAsync("/api/v1/auth/login", new { email, password });
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString()!;
    }
}
