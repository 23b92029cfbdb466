using Microsoft.Extensions.Options;
using RabbitMQ.Client;

namespace Ecommerce.Messaging.Broker;

/// <summary>The service's two connections. A broker short of memory stops reading the one that publishes, and acknowledgements must get through.</summary>
internal sealed class BrokerConnections(IConnectionFactory factory, IOptions<MessagingOptions> options) : IAsyncDisposable
{
    public BrokerConnection Publishing { get; } = new(factory, options.Value.Service + " publishing");

    public BrokerConnection Consuming { get; } = new(factory, options.Value.Service + " consuming");

    public async ValueTask DisposeAsync()
    {
        await Publishing.DisposeAsync();
        await Consuming.DisposeAsync();
    }
}
