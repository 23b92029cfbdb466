using RabbitMQ.Client;

namespace Ecommerce.Messaging.Broker;

/// <summary>A channel and the connection that it is on.</summary>
internal sealed record BrokerChannel(IConnection Connection, IChannel Channel) : IAsyncDisposable
{
    public bool IsOpen => Channel.IsOpen && Connection.IsOpen;

    /// <summary>Closes the channel and leaves the connection.</summary>
    public async ValueTask DisposeAsync() => await Channel.CloseQuietlyAsync();
}
