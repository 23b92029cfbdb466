using RabbitMQ.Client;

namespace Ecommerce.Messaging.Publishing;

internal static class ChannelExtensions
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>Gives a channel up. On a connection that is gone its farewell may never be answered, and nobody waits for it.</summary>
    public static async Task DisposeQuietlyAsync(this IChannel channel) =>
        await channel.DisposeAsync().AsTask().WaitAsync(Patience).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
