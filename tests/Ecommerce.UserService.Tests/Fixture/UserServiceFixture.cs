using System.Text.Json;
using Ecommerce.Contracts;
using Ecommerce.Contracts.Auth;
using Ecommerce.Messaging.Envelope;
using Ecommerce.Testing.Hosting;
using Ecommerce.Testing.Probing;
using Ecommerce.Testing.Servers;
using Ecommerce.UserService.Tests.Fixture;
using RabbitMQ.Client;

[assembly: AssemblyFixture(typeof(UserServiceFixture))]

namespace Ecommerce.UserService.Tests.Fixture;

public sealed class UserServiceFixture() : ServiceFixture<Program>("user-service")
{
    private readonly SemaphoreSlim _publishing = new(1, 1);
    private IConnection _broker = null!;
    private IChannel _channel = null!;

    public override async ValueTask InitializeAsync()
    {
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

    /// <summary>A customer with a profile and the client that they use.</summary>
    public async Task<(Guid Id, HttpClient Client)> CustomerAsync()
    {
        var id = Guid.NewGuid();
        await PublishAsync(new UserRegistered(id, "ada@example.com", "Ada", "en-GB", DateTimeOffset.UtcNow));
        await Eventually.HoldsAsync(async () => await CountAsync($"customers WHERE id = '{id}'") == 1, "the profile is there");
        return (id, With(TestTokens.Customer(id)));
    }

    /// <summary>Waits until everything that was published about someone before is handled.</summary>
    public async Task SettleAsync(Guid customerId)
    {
        var id = Guid.NewGuid();
        await PublishAsync(new EmailVerified(customerId, "ada@example.com", DateTimeOffset.UtcNow), id, DateTimeOffset.UnixEpoch);
        await Eventually.HoldsAsync(async () => await CountAsync($"activities WHERE id = '{id}'") == 1, "the last event is handled");
    }

    public async Task<long> CountAsync(string from)
    {
        await using var command = Database.CreateCommand($"SELECT count(*) FROM {from}");
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
