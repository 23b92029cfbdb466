using System.Collections.Concurrent;
using System.Text.Json;
using Ecommerce.Contracts;
using Ecommerce.Contracts.Auth;
using Ecommerce.Contracts.Auth.Internal;
using Ecommerce.Contracts.Cart.Internal;
using Ecommerce.Contracts.Product.Internal;
using Ecommerce.Contracts.User.Internal;
using Ecommerce.Messaging.Envelope;
using Ecommerce.Testing.Hosting;
using Ecommerce.Testing.Probing;
using Ecommerce.Testing.Servers;
using Ecommerce.UserService.Tests.Fixture;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using RabbitMQ.Client;

[assembly: AssemblyFixture(typeof(UserServiceFixture))]

namespace Ecommerce.UserService.Tests.Fixture;

public sealed class UserServiceFixture() : ServiceFixture<Program>("user-service")
{
    private readonly SemaphoreSlim _publishing = new(1, 1);
    public static readonly Guid Product = Guid.NewGuid();

    private StubService _orderService = null!;
    private IConnection _broker = null!;
    private IChannel _channel = null!;

    /// <summary>Customers whom order-service knows nothing of at the moment, because it is down.</summary>
    public ConcurrentDictionary<Guid, bool> DownFor { get; } = new();

    /// <summary>Articles that product-service is asked for and answers only when the test says so.</summary>
    public ConcurrentDictionary<string, (TaskCompletionSource Asked, TaskCompletionSource Answer)> SlowArticles { get; } = new();

    /// <summary>Customers whose session has ended; their tokens are still good.</summary>
    public ConcurrentDictionary<Guid, bool> LoggedOut { get; } = new();

    /// <summary>What cart-service was asked to add.</summary>
    public ConcurrentBag<AddCustomerLineRequest> Added { get; } = [];

    protected override IEnumerable<KeyValuePair<string, string>> Settings =>
    [
        new("services:order-service:http:0", _orderService.Address.ToString()),
        new("DataRequests:PollInterval", "00:00:00.100"),
        new("DataRequests:FirstWait", "00:00:00.200"),
        new("DataRequests:LongestWait", "00:00:00.500"),
        new("DataRequests:TokenLifetime", "00:00:01"),
        new("Wishlists:PollInterval", "00:00:00.100"),
        new("Wishlists:BatchSize", "2"),
        new("Retention:CheckEvery", "00:00:00.100"),
        new("Retention:BatchSize", "2"),
    ];

    protected override void MapOthers(WebApplication others)
    {
        others.MapGet("/internal/v1/sessions/{id:guid}", (Guid id) => LoggedOut.ContainsKey(id)
            ? Results.Problem(statusCode: 404, extensions: new Dictionary<string, object?> { ["code"] = "auth.session_not_found" })
            : Results.Json(new LiveSessionDto(id)));
        others.MapPost("/internal/v1/personal-data/export", (ExportPersonalDataRequest request) => Results.Json(new { held = new[] { request.CustomerId } }));
        others.MapPost("/internal/v1/variants/lookup", async (VariantLookupRequest request) =>
        {
            if (SlowArticles.TryGetValue(request.Skus[0], out var slow))
            {
                slow.Asked.TrySetResult();
                await slow.Answer.Task;
            }

            return Results.Json(new VariantLookupResponse([.. request.Skus.Where(sku => !sku.StartsWith("NONE", StringComparison.Ordinal)).Select(sku =>
                new VariantDto(sku, Product, [], "Blue cup", null, null, 1999, request.Currency, 100, 5, true))]));
        });
        others.MapPost("/internal/v1/carts/lines", (AddCustomerLineRequest request) =>
        {
            Added.Add(request);
            return request.Sku.StartsWith("FULL", StringComparison.Ordinal)
                ? Results.Problem(statusCode: 422, extensions: new Dictionary<string, object?> { ["code"] = "cart.article_unavailable" })
                : Results.Json(new CustomerCartDto(request.CustomerId, 3));
        });
    }

    public override async ValueTask InitializeAsync()
    {
        _orderService = await StubService.StartAsync(stub => stub.MapPost("/internal/v1/personal-data/export", (ExportPersonalDataRequest request) =>
            DownFor.ContainsKey(request.CustomerId) ? Results.StatusCode(503) : Results.Json(new { orders = new[] { new { number = "E-1", customerId = request.CustomerId } } })));
        await base.InitializeAsync();
        _broker = await new ConnectionFactory { Uri = new Uri(TestServers.Current.Messaging) }.CreateConnectionAsync();
        _channel = await _broker.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true));
        await _channel.ExchangeDeclareAsync(MessagingPrefix + "ecommerce.events", ExchangeType.Topic, durable: true);

        // Until its queue is bound, what is published is lost.
        var probe = new UserRegistered(Guid.NewGuid(), "probe@example.com", "Probe", "en", DateTimeOffset.UtcNow);
        await Eventually.HoldsAsync(
            async () =>
            {
                await PublishAsync(probe);
                return await CountAsync($"customers WHERE id = '{probe.UserId}'") == 1;
            },
            "the service listens");
    }

    public override async ValueTask DisposeAsync()
    {
        await _broker.DisposeAsync();
        _publishing.Dispose();
        await base.DisposeAsync();
        await _orderService.DisposeAsync();
    }

    /// <summary>Publishes an event as its service would.</summary>
    public async Task PublishAsync(IIntegrationEvent integrationEvent, Guid? id = null, DateTimeOffset? at = null)
    {
        var type = EventTypes.NameOf(integrationEvent.GetType());
        var message = new CloudEvent
        {
            Id = id ?? Guid.NewGuid(),
            Type = type,
            Source = "test",
            Subject = integrationEvent.Subject,
            Time = at ?? DateTimeOffset.UtcNow,
            Data = JsonSerializer.SerializeToElement(integrationEvent, integrationEvent.GetType(), MessageJson.Options),
        };
        await _publishing.WaitAsync();
        try
        {
            await _channel.BasicPublishAsync(
                MessagingPrefix + "ecommerce.events", type, mandatory: false, new BasicProperties { Persistent = true },
                JsonSerializer.SerializeToUtf8Bytes(message, MessageJson.Options));
        }
        finally
        {
            _publishing.Release();
        }
    }

    /// <summary>Listens to what the service publishes of one kind.</summary>
    public async Task<Listener<TEvent>> ListenAsync<TEvent>()
        where TEvent : class, IIntegrationEvent => await Listener<TEvent>.StartAsync(_broker, MessagingPrefix + "ecommerce.events");

    /// <summary>A customer with a profile and the client that they use.</summary>
    public async Task<(Guid Id, HttpClient Client)> CustomerAsync(Guid? account = null)
    {
        var id = account ?? Guid.NewGuid();
        await PublishAsync(new UserRegistered(id, "ada@example.com", "Ada", "en-GB", DateTimeOffset.UtcNow));
        await Eventually.HoldsAsync(async () => await CountAsync($"customers WHERE id = '{id}'") == 1, "the profile is there");
        return (id, With(TestTokens.Customer(id)));
    }

    /// <summary>Waits until everything that was published about someone before is handled.</summary>
    public async Task SettleAsync(Guid customerId)
    {
        var id = Guid.NewGuid();
        await PublishAsync(new EmailVerified(customerId, "ada@example.com", DateTimeOffset.UtcNow), id, DateTimeOffset.UtcNow.AddDays(-300));
        await Eventually.HoldsAsync(async () => await CountAsync($"activities WHERE id = '{id}'") == 1, "the last event is handled");
    }

    public async Task<long> CountAsync(string from)
    {
        await using var command = Database.CreateCommand($"SELECT count(*) FROM {from}");
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
