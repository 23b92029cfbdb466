using System.Text;
using Ecommerce.Messaging.Broker;
using Microsoft.Extensions.Options;
using RabbitMQ.Client;

namespace Ecommerce.Messaging.Consuming;

/// <summary>The service's dead-letter queue: messages that were given up, each with its reason, until a person sends them again.</summary>
public sealed class DeadLetters
{
    internal const string ReasonHeader = "x-dead-reason";
    private const string TimeHeader = "x-dead-at";

    private readonly BrokerConnections _connections;
    private readonly MessagingOptions _options;
    private readonly TimeProvider _clock;

    internal DeadLetters(BrokerConnections connections, IOptions<MessagingOptions> options, TimeProvider clock) =>
        (_connections, _options, _clock) = (connections, options.Value, clock);

    /// <summary>Puts all dead letters back into the service's queue, oldest first.</summary>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">Stops between two messages.</param>
    /// <returns>How many went back.</returns>
    public async Task<int> RedriveAsync(int limit, CancellationToken cancellationToken)
    {
        await using var opened = await _connections.Publishing.OpenChannelAsync(cancellationToken);
        var channel = opened.Channel;
        var count = 0;
        while (count < limit && await GetAsync(channel, cancellationToken) is { } letter)
        {
            var properties = new BasicProperties(letter.BasicProperties) { Headers = null };
            await PublishAsync(channel, _options.Queue, properties, letter.Body, cancellationToken);
            await channel.BasicAckAsync(letter.DeliveryTag, multiple: false, CancellationToken.None).AsTask().WaitAsync(BrokerConnection.Patience, cancellationToken);
            count++;
        }

        return count;
    }

    /// <summary>Looks at the oldest dead letters and leaves them where they are.</summary>
    public async Task<IReadOnlyList<DeadLetter>> PeekAsync(int limit, CancellationToken cancellationToken)
    {
        await using var opened = await _connections.Publishing.OpenChannelAsync(cancellationToken);
        var letters = new List<DeadLetter>();
        while (letters.Count < limit && await GetAsync(opened.Channel, cancellationToken) is { } letter)
        {
            letters.Add(new DeadLetter(
                letter.BasicProperties.MessageId,
                letter.BasicProperties.Type,
                Header(letter.BasicProperties, ReasonHeader),
                Header(letter.BasicProperties, TimeHeader)));
        }

        // Closing the channel gives all of them back.
        return letters;
    }

    /// <summary>Gives a message up; returns when the broker has confirmed that it keeps it.</summary>
    internal async Task AddAsync(IReadOnlyBasicProperties original, ReadOnlyMemory<byte> body, string reason, CancellationToken cancellationToken)
    {
        await using var opened = await _connections.Publishing.OpenChannelAsync(cancellationToken);
        var properties = new BasicProperties(original)
        {
            Persistent = true,
            Headers = new Dictionary<string, object?> { [ReasonHeader] = reason, [TimeHeader] = _clock.GetUtcNow().ToString("O") },
        };
        await PublishAsync(opened.Channel, _options.DeadLetterQueue, properties, body, cancellationToken);
        MessagingTelemetry.DeadLettered.Add(1);
    }

    private static Task PublishAsync(IChannel channel, string queue, BasicProperties properties, ReadOnlyMemory<byte> body, CancellationToken cancellationToken) =>
        channel.BasicPublishAsync("", queue, mandatory: true, properties, body, CancellationToken.None).AsTask().WaitAsync(BrokerConnection.Patience, cancellationToken);

    private Task<BasicGetResult?> GetAsync(IChannel channel, CancellationToken cancellationToken) =>
        channel.BasicGetAsync(_options.DeadLetterQueue, autoAck: false, CancellationToken.None).WaitAsync(BrokerConnection.Patience, cancellationToken);

    private static string? Header(IReadOnlyBasicProperties properties, string name) =>
        properties.Headers?.TryGetValue(name, out var value) == true && value is byte[] bytes ? Encoding.UTF8.GetString(bytes) : null;
}
