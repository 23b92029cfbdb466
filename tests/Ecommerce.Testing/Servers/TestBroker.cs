using RabbitMQ.Client;

namespace Ecommerce.Testing.Servers;

/// <summary>Cleans up the exchange and queues that a test run made under its own prefix.</summary>
public static class TestBroker
{
    /// <summary>Deletes a service's queues and the exchange.</summary>
    public static async Task DeleteAsync(string prefix, params string[] services)
    {
        var factory = new ConnectionFactory { Uri = new Uri(TestServers.Current.Messaging) };
        await using var connection = await factory.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        foreach (var service in services)
        {
            await channel.QueueDeleteAsync(prefix + service);
            await channel.QueueDeleteAsync(prefix + service + ".dead");
        }

        await channel.ExchangeDeleteAsync(prefix + "ecommerce.events");
    }
}
