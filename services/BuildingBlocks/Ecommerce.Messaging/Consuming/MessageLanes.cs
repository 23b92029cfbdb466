using System.Threading.Channels;
using Ecommerce.Messaging.Broker;
using Ecommerce.Messaging.Envelope;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Ecommerce.Messaging.Consuming;

/// <summary>Handles messages in lanes; a subject always has the same lane, which keeps its order.</summary>
internal sealed partial class MessageLanes(
    IMessageHandler handler, DeferredMessages deferred, DeadLetters deadLetters, IOptions<MessagingOptions> options, ILogger<MessageLanes> logger)
{
    /// <summary>Starts the lanes of a channel.</summary>
    /// <param name="channel">Where the messages come from and are acknowledged.</param>
    /// <param name="ending">Ends the workers; a message that is being handled is finished first.</param>
    public LaneRun Run(IChannel channel, CancellationToken ending)
    {
        var lanes = Enumerable.Range(0, options.Value.Lanes)
            .Select(_ => Channel.CreateUnbounded<Delivery>(new UnboundedChannelOptions { SingleReader = true, SingleWriter = true })).ToArray();
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, arrived) =>
        {
            var delivery = Read(arrived);
            lanes[LaneOf(delivery)].Writer.TryWrite(delivery);
            return Task.CompletedTask;
        };
        return new(consumer, [.. lanes.Select(lane => WorkAsync(channel, lane.Reader, ending))]);
    }

    private Delivery Read(BasicDeliverEventArgs arrived)
    {
        // Body and properties are only lent until the handler of the event returns.
        var body = arrived.Body.ToArray();
        var properties = new BasicProperties(arrived.BasicProperties);
        try
        {
            return new(arrived.DeliveryTag, properties, body, handler.Parse(body), null);
        }
        catch (PoisonMessageException poison)
        {
            return new(arrived.DeliveryTag, properties, body, null, poison);
        }
    }

    private int LaneOf(Delivery delivery) =>
        delivery.Message is { } message
            ? (int)((uint)string.GetHashCode(message.Subject, StringComparison.Ordinal) % (uint)options.Value.Lanes)
            : 0;

    // Ends with an exception where the database or the broker is away. The message stays unacknowledged: nothing is lost, and nothing overtakes it.
    private async Task WorkAsync(IChannel channel, ChannelReader<Delivery> lane, CancellationToken ending)
    {
        while (!ending.IsCancellationRequested)
        {
            while (!ending.IsCancellationRequested && lane.TryRead(out var delivery))
            {
                await HandleAsync(channel, delivery);
            }

            await ((Task)lane.WaitToReadAsync(ending).AsTask()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // Not stopped by the end of the run: what has begun is finished.
    private async Task HandleAsync(IChannel channel, Delivery delivery)
    {
        try
        {
            if (delivery.Poison is not null)
            {
                throw delivery.Poison;
            }

            await HandleOrDeferAsync(delivery.Message!, delivery.Body);
        }
        catch (PoisonMessageException poison)
        {
            LogPoison(delivery.Properties.MessageId, delivery.Properties.Type, poison.Message);
            await deadLetters.AddAsync(delivery.Properties, delivery.Body, poison.Message, CancellationToken.None);
        }

        if (channel.IsOpen)
        {
            await channel.BasicAckAsync(delivery.Tag, multiple: false, CancellationToken.None).AsTask().WaitAsync(BrokerConnection.Patience);
        }
    }

    private async Task HandleOrDeferAsync(CloudEvent message, byte[] body)
    {
        try
        {
            switch (await handler.HandleAsync(message, long.MaxValue, CancellationToken.None))
            {
                case HandlingOutcome.Handled:
                    MessagingTelemetry.Handled.Add(1);
                    break;
                case HandlingOutcome.Duplicate:
                    MessagingTelemetry.Duplicates.Add(1);
                    break;
                case HandlingOutcome.Blocked:
                    await deferred.AddAsync(message.Id, message.Subject, body, 0, null, CancellationToken.None);
                    MessagingTelemetry.Deferred.Add(1);
                    break;
            }
        }
        catch (Exception exception) when (exception is not PoisonMessageException)
        {
            LogDeferred(exception, message.Id, message.Type, 1);
            await deferred.AddAsync(message.Id, message.Subject, body, 1, exception.GetType().Name, CancellationToken.None);
            MessagingTelemetry.Deferred.Add(1);
        }
    }

    [LoggerMessage(LogLevel.Error, "Message {Id} of type {Type} goes to the dead-letter queue: {Reason}")]
    private partial void LogPoison(string? id, string? type, string reason);

    [LoggerMessage(LogLevel.Warning, "Message {Id} of type {Type} failed (attempt {Attempt}) and is tried again later.")]
    private partial void LogDeferred(Exception exception, Guid id, string type, int attempt);
}
