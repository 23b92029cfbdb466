using System.Net.Http.Json;
using System.Text.Json;
using Ecommerce.Contracts.User;
using Ecommerce.Contracts.User.Internal;
using Ecommerce.Messaging.Envelope;
using Ecommerce.Testing.Probing;
using Ecommerce.Testing.Servers;
using RabbitMQ.Client;

namespace Ecommerce.Testing.Hosting;

/// <summary>Asks a service for a customer's data, and to forget them, as user-service does.</summary>
public static class PersonalDataProbe
{
    /// <summary>What the service holds.</summary>
    public static async Task<JsonElement> ExportAsync<TEntryPoint>(this ServiceFixture<TEntryPoint> service, Guid customerId)
        where TEntryPoint : class
    {
        using var client = service.With(TestTokens.Service("user-service"));
        using var response = await client.PostAsJsonAsync("/internal/v1/personal-data/export", new ExportPersonalDataRequest(customerId));
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>The statuses that a customer, an admin and nobody in particular get for a customer's data.</summary>
    public static async Task<string> ExportStatusesAsync<TEntryPoint>(this ServiceFixture<TEntryPoint> service)
        where TEntryPoint : class
    {
        var statuses = new List<int>();
        foreach (var client in new[] { service.With(TestTokens.Customer(Guid.NewGuid())), service.With(TestTokens.Staff("admin")), service.Anonymous() })
        {
            using var response = await client.PostAsJsonAsync("/internal/v1/personal-data/export", new ExportPersonalDataRequest(Guid.NewGuid()));
            statuses.Add((int)response.StatusCode);
        }

        return string.Join(' ', statuses);
    }

    /// <summary>Tells the service to forget somebody and waits for its report.</summary>
    /// <returns>Whether it says that nothing is left.</returns>
    public static async Task<bool> EraseAsync<TEntryPoint>(this ServiceFixture<TEntryPoint> service, Guid customerId)
        where TEntryPoint : class
    {
        var exchange = service.MessagingPrefix + "ecommerce.events";
        await using var connection = await new ConnectionFactory { Uri = new Uri(TestServers.Current.Messaging) }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        await channel.ExchangeDeclareAsync(exchange, ExchangeType.Topic, durable: true);
        var reports = (await channel.QueueDeclareAsync()).QueueName;
        await channel.QueueBindAsync(reports, exchange, EventTypes.NameOf(typeof(PersonalDataErased)));
        var request = new ErasureRequested(Guid.NewGuid(), customerId, 1, TimeProvider.System.GetUtcNow());

        // Told again until it is answered: what comes before the service's queue is bound is lost.
        var report = await Eventually.GetAsync(
            async () =>
            {
                await channel.BasicPublishAsync(exchange, EventTypes.NameOf(typeof(ErasureRequested)), EnvelopeOf(request));
                return await Eventually.TryGetAsync(() => NextAsync(channel, reports, request.RequestId), TimeSpan.FromSeconds(2));
            },
            report => report is not null,
            "the service reports what it erased");
        return report!.Complete;
    }

    private static byte[] EnvelopeOf(ErasureRequested request) => JsonSerializer.SerializeToUtf8Bytes(
        new CloudEvent
        {
            Id = Guid.NewGuid(),
            Type = EventTypes.NameOf(typeof(ErasureRequested)),
            Source = "user-service",
            Subject = request.Subject,
            Time = request.RequestedAt,
            Data = JsonSerializer.SerializeToElement(request, MessageJson.Options),
        },
        MessageJson.Options);

    private static async Task<PersonalDataErased?> NextAsync(IChannel channel, string queue, Guid requestId)
    {
        while (await channel.BasicGetAsync(queue, autoAck: true) is { } message)
        {
            var report = JsonSerializer.Deserialize<CloudEvent>(message.Body.Span, MessageJson.Options)!.Data.Deserialize<PersonalDataErased>(MessageJson.Options);
            if (report?.RequestId == requestId)
            {
                return report;
            }
        }

        return null;
    }
}
