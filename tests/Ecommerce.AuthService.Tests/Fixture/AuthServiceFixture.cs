extern alias sandbox;

using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Ecommerce.AuthService.Tests.Fixture;
using Ecommerce.Testing.Hosting;
using Ecommerce.Testing.Probing;
using Ecommerce.Testing.Servers;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

[assembly: AssemblyFixture(typeof(AuthServiceFixture))]

namespace Ecommerce.AuthService.Tests.Fixture;

public sealed class AuthServiceFixture() : ServiceFixture<Program>("auth-service")
{
    public const string Password = "correct horse battery";
    public const string StaffPassword = "a password for tests only";

    private readonly ConcurrentQueue<JsonElement> _heard = [];
    private IConnection _broker = null!;
    private WebApplicationFactory<sandbox::Program> _sandbox = null!;
    private int _people;

    /// <summary>The external provider.</summary>
    public HttpClient Sandbox { get; private set; } = null!;

    protected override IEnumerable<KeyValuePair<string, string>> Settings =>
    [
        new("Authentication:KeyEncryptionKey", "a key for tests only, long enough to pass"),
        new("ActionLinks:Key", "another key for tests only, long enough to pass"),
        new("ActionLinks:PublicUrl", "https://shop.example"),
        new("Demo:StaffPassword", StaffPassword),
        new("Auth:RequireMfaForStaff", "false"),
        new("Retention:CheckEvery", "00:00:00.100"),
        new("Retention:BatchSize", "2"),
        new("Passwords:Iterations", "100000"),
        new("SigningKeys:PublishAhead", "00:00:02"),
        new("SigningKeys:CheckEvery", "00:00:00.2"),
        new("ExternalLogin:RedirectUri", "https://shop.example/login/callback"),
        new("ExternalLogin:Providers:sandbox:Authority", $"{Sandbox.BaseAddress}openid"),
        new("ExternalLogin:Providers:sandbox:ClientId", "shop"),
        new("ExternalLogin:Providers:sandbox:ClientSecret", "secret of the shop: with signs & spaces"),
        new("ServiceClients:notification-service", "secret of notification-service"),
        new("ServiceClients:order-service", "secret of order-service"),
    ];

    public override async ValueTask InitializeAsync()
    {
        _sandbox = new WebApplicationFactory<sandbox::Program>().WithWebHostBuilder(host =>
        {
            host.UseSetting("urls", "http://127.0.0.1:0");
            host.UseSetting("Logging:LogLevel:Default", "Warning");
            host.UseSetting("OpenId:ClientId", "shop");
            host.UseSetting("OpenId:ClientSecret", "secret of the shop: with signs & spaces");
        });
        _sandbox.UseKestrel(0);
        _sandbox.StartServer();
        Sandbox = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = _sandbox.ClientOptions.BaseAddress };
        await base.InitializeAsync();
        _broker = await new ConnectionFactory { Uri = new Uri(TestServers.Current.Messaging) }.CreateConnectionAsync();
        var channel = await _broker.CreateChannelAsync();
        await channel.ExchangeDeclareAsync(MessagingPrefix + "ecommerce.events", ExchangeType.Topic, durable: true);
        var queue = (await channel.QueueDeclareAsync()).QueueName;
        await channel.QueueBindAsync(queue, MessagingPrefix + "ecommerce.events", "#");
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, delivery) =>
        {
            _heard.Enqueue(JsonSerializer.Deserialize<JsonElement>(delivery.Body.Span));
            return Task.CompletedTask;
        };
        await channel.BasicConsumeAsync(queue, autoAck: true, consumer);
    }

    public override async ValueTask DisposeAsync()
    {
        await _broker.DisposeAsync();
        await base.DisposeAsync();
        Sandbox.Dispose();
        await _sandbox.DisposeAsync();
    }

    /// <summary>Another replica, with other settings.</summary>
    public WebApplicationFactory<Program> Replica(params (string Setting, string Value)[] settings)
    {
        var replica = Factory.WithWebHostBuilder(host =>
        {
            foreach (var (setting, value) in settings)
            {
                host.UseSetting(setting, value);
            }
        });
        replica.UseKestrel(0);
        replica.StartServer();
        return replica;
    }

    /// <summary>An address that nobody has yet.</summary>
    public string NewEmail() => $"ada{Interlocked.Increment(ref _people)}@example.com";

    /// <summary>The data of the event that the broker delivered about someone.</summary>
    public async Task<JsonElement> HeardAsync(string type, string email)
    {
        IEnumerable<JsonElement> Fitting() => _heard
            .Where(e => e.GetProperty("type").GetString() == type)
            .Select(e => e.GetProperty("data"))
            .Where(data => data.GetProperty("email").GetString() == email);
        return (await Eventually.GetAsync(() => Task.FromResult(Fitting().ToList()), found => found.Count > 0, $"{type} about {email}")).Single();
    }

    public IEnumerable<JsonElement> Heard(string type) => _heard.Where(e => e.GetProperty("type").GetString() == type).Select(e => e.GetProperty("data"));

    public Task<HttpResponseMessage> RegisterAsync(string email, string password = Password) =>
        Anonymous().PostAsJsonAsync("/api/v1/auth/register", new { email, password, name = "Ada", locale = "en-GB" });

    public Task<HttpResponseMessage> LogInAsync(string email, string password = Password) =>
        Anonymous().PostAsJsonAsync("/api/v1/auth/login", new { email, password });

    public Task<HttpResponseMessage> RefreshAsync(string refreshToken) => Anonymous().PostAsJsonAsync("/api/v1/auth/refresh", new { refreshToken });

    public Task<HttpResponseMessage> VerifyAsync(string token) => Anonymous().PostAsJsonAsync("/api/v1/auth/verify-email", new { token });

    /// <summary>The token in the newest link that notification-service would email.</summary>
    /// <param name="email">To whom.</param>
    /// <param name="purpose">What for.</param>
    /// <param name="number">How many such links there have been by now.</param>
    public async Task<string> EmailedTokenAsync(string email, string purpose = "emailVerification", int number = 1)
    {
        var link = await (await (await AsServiceAsync("notification-service")).GetAsync($"/internal/v1/action-links/{await LinkIdAsync(email, purpose, number)}")).JsonAsync();
        var url = link.GetProperty("url").GetString()!;
        url.ShouldStartWith($"https://shop.example/api/v1/auth/{(purpose == "passwordReset" ? "password-reset" : "verify-email")}?token=");
        return url.Split("token=")[1];
    }

    public async Task<string> LinkIdAsync(string email, string purpose = "emailVerification", int number = 1) => (await Eventually.GetAsync(
        () => Task.FromResult(Heard("auth.action_link_requested.v1")
            .Where(data => data.GetProperty("email").GetString() == email && data.GetProperty("purpose").GetString() == purpose)
            .Select(data => data.GetProperty("linkId").GetString()!).ToList()),
        found => found.Count == number,
        $"link number {number} for {purpose} to {email}"))[^1];

    public Task<HttpResponseMessage> AskForResetAsync(string email) => Anonymous().PostAsJsonAsync("/api/v1/auth/password-reset", new { email });

    public Task<HttpResponseMessage> ResetAsync(string token, string newPassword) =>
        Anonymous().PostAsJsonAsync("/api/v1/auth/password-reset/confirm", new { token, newPassword });

    /// <summary>A customer who is logged in.</summary>
    public async Task<Person> PersonAsync() => await LoggedInAsync(await CustomerAsync());

    /// <summary>One of the demonstration's staff.</summary>
    public Task<Person> StaffAsync(string role) => LoggedInAsync($"{role}@shop.example", StaffPassword);

    public async Task<Person> LoggedInAsync(string email, string password = Password)
    {
        var response = await LogInAsync(email, password);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return Person.Of(this, email, await response.JsonAsync());
    }

    /// <summary>Someone with a verified address.</summary>
    public async Task<string> CustomerAsync()
    {
        var email = NewEmail();
        (await RegisterAsync(email)).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await VerifyAsync(await EmailedTokenAsync(email))).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        return email;
    }

    public async Task<HttpResponseMessage> ServiceTokenAsync(string name, string secret)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/internal/v1/token")
        {
            Headers = { Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{name}:{secret}"))) },
            Content = new FormUrlEncodedContent([new("grant_type", "client_credentials")]),
        };
        return await Anonymous().SendAsync(request);
    }

    public async Task<HttpClient> AsServiceAsync(string name) =>
        With((await (await ServiceTokenAsync(name, $"secret of {name}")).JsonAsync()).GetProperty("access_token").GetString()!);

    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }
}
