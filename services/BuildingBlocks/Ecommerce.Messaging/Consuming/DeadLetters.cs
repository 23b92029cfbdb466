using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using RabbitMQ.Client;

namespace Ecommerce.Messaging.Consuming;

/// <summary>The service's dead-letter queue: messages that were given up, each with its reason, until a person sends them again.</summary>
public sealed class DeadLetters(IServiceProvider services, IOptions<MessagingOptions> options)
{
    internal const string ReasonHeader = "x-dead-reason";
    private const string TimeHeader = "x-dead-at";

    private static readonly CreateChannelOptions WithConfirms = new(true, true, null);

    /// <summary>Puts all dead letters back into the service's queue, oldest first.</summary>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">Stops between two messages.</param>
    /// <returns>How many went back.</returns>
    public async Task<int> RedriveAsync(int limit, CancellationToken cancellationToken)
    {
        await using var channel = await OpenAsync(cancellationToken);
        var count = 0;
        while (count < limit && await channel.BasicGetAsync(options.Value.DeadLetterQueue, autoAck: false, cancellationToken) is { } letter)
        {
            var properties = new BasicProperties(letter.BasicProperties) { Headers = null };
            await channel.BasicPublishAsync("", options.Value.Queue, mandatory: true, properties, letter.Body, cancellationToken);
            await channel.BasicAckAsync(letter.DeliveryTag, multiple: false, cancellationToken);
            count++;
        }

        return count;
    }

    /// <summary>Looks at the oldest dead letters and leaves them where they are.</summary>
    public async Task<IReadOnlyList<DeadLetter>> PeekAsync(int limit, CancellationToken cancellationToken)
    {
        await using var channel = await OpenAsync(cancellationToken);
        var letters = new List<DeadLetter>();
        while (letters.Count < limit && await channel.BasicGetAsync(options.Value.DeadLetterQueue, autoAck: false, cancellationToken) is { } letter)
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

    internal static async Task PublishAsync(
        IChannel channel, string queue, IReadOnlyBasicProperties original, ReadOnlyMemory<byte> body, string reason, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var properties = new BasicProperties(original)
        {
            Persistent = true,
            Headers = new Dictionary<string, object?> { [ReasonHeader] = reason, [TimeHeader] = now.ToString("O") },
        };
        await channel.BasicPublishAsync("", queue, mandatory: true, properties, body, cancellationToken);
        MessagingTelemetry.DeadLettered.Add(1);
    }

    private static string? Header(IReadOnlyBasicProperties properties, string name) =>
        properties.Headers?.TryGetValue(name, out var value) == true && value is byte[] bytes ? Encoding.UTF8.GetString(bytes) : null;

    private Task<IChannel> OpenAsync(CancellationToken cancellationToken) =>
        services.GetRequiredService<IConnection>().CreateChannelAsync(WithConfirms, cancellationToken);
}
