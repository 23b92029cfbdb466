using RabbitMQ.Client;

namespace Ecommerce.Messaging.Broker;

internal static class QuietClosing
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>Gives a connection up. One that is dead may never answer the farewell, and nobody waits for it.</summary>
    public static async Task CloseQuietlyAsync(this IConnection connection) =>
        await connection.DisposeAsync().AsTask().WaitAsync(Patience).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    /// <summary>Gives a channel up.</summary>
    public static async Task CloseQuietlyAsync(this IChannel channel) =>
        await channel.DisposeAsync().AsTask().WaitAsync(Patience).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
