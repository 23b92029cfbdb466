using RabbitMQ.Client;

namespace Ecommerce.Messaging.Consuming;

/// <summary>Declares what a service needs of the broker; repeating it changes nothing.</summary>
internal static class Topology
{
    public static async Task DeclareAsync(IChannel channel, MessagingOptions options, IEnumerable<string> types, CancellationToken cancellationToken)
    {
        await channel.ExchangeDeclareAsync(options.Exchange, ExchangeType.Topic, durable: true, cancellationToken: cancellationToken);
        await channel.QueueDeclareAsync(
            options.DeadLetterQueue, durable: true, exclusive: false, autoDelete: false,
            new Dictionary<string, object?> { ["x-queue-type"] = "quorum" }, cancellationToken: cancellationToken);

        // One active consumer, so that replicas do not overtake each other within a subject; another takes over when it goes.
        await channel.QueueDeclareAsync(
            options.Queue, durable: true, exclusive: false, autoDelete: false,
            new Dictionary<string, object?> { ["x-queue-type"] = "quorum", ["x-single-active-consumer"] = true }, cancellationToken: cancellationToken);
        foreach (var type in types)
        {
            await channel.QueueBindAsync(options.Queue, options.Exchange, type, cancellationToken: cancellationToken);
        }
    }
}
