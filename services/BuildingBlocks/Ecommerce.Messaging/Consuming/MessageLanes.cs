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
    IMessageHandler handler, DeferredMessages deferred, DeadLetters deadLetters, IOptions<MessagingOptions> options,
    TimeProvider clock, ILogger<MessageLanes> logger)
{
    /// <summary>Starts the lanes of a channel.</summary>
    /// <param name="channel">Where the messages come from and are acknowledged.</param>
    /// <param name="ending">Ends the workers; a message that is being handled is finished first.</param>
    public LaneRun Run(IChannel channel, CancellationToken ending)
    {
        var lanes = Enumerable.Range(0, options.Value.Lanes)
            .Select(_ => Channel.CreateUnbounded<Delivery>(new UnboundedChannelOptions { SingleWriter = true })).ToArray();
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
        var last = 0L;
        while (!ending.IsCancellationRequested)
        {
            while (!ending.IsCancellationRequested && lane.TryPeek(out _))
            {
                await GatherAsync(lane, last, ending);
                last = clock.GetTimestamp();
                await HandleAsync(channel, Take(lane));
            }

            await ((Task)lane.WaitToReadAsync(ending).AsTask()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // Under load a commit for each message would cost more than what most of them do.
    private async Task GatherAsync(ChannelReader<Delivery> lane, long last, CancellationToken ending)
    {
        var wait = last == 0 ? TimeSpan.Zero : options.Value.GatherTime - clock.GetElapsedTime(last);
        if (wait > TimeSpan.Zero && lane.Count < options.Value.LargestBatch)
        {
            await Task.Delay(wait, clock, ending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private List<Delivery> Take(ChannelReader<Delivery> lane)
    {
        var batch = new List<Delivery>();
        while (batch.Count < options.Value.LargestBatch && lane.TryRead(out var delivery))
        {
            batch.Add(delivery);
        }

        return batch;
    }

    private async Task HandleAsync(IChannel channel, List<Delivery> batch)
    {
        if (batch.Count == 1 || !await TryTogetherAsync(batch))
        {
            foreach (var delivery in batch)
            {
                await HandleAsync(channel, delivery);
            }

            return;
        }

        foreach (var delivery in batch)
        {
            await AcknowledgeAsync(channel, delivery);
        }
    }

    // Where anything is amiss, nothing has happened, and each message is looked at alone.
    private async Task<bool> TryTogetherAsync(List<Delivery> batch)
    {
        if (batch.Exists(delivery => delivery.Message is null) || batch.DistinctBy(delivery => delivery.Message!.Id).Count() < batch.Count)
        {
            return false;
        }

        HandlingOutcome[] outcomes;
        try
        {
            outcomes = await handler.HandleAsync([.. batch.Select(delivery => delivery.Message!)], CancellationToken.None);
        }
        catch (Exception exception)
        {
            LogSeparated(exception, batch.Count);
            return false;
        }

        for (var i = 0; i < batch.Count; i++)
        {
            await SettleAsync(outcomes[i], batch[i].Message!, batch[i].Body);
        }

        return true;
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

        await AcknowledgeAsync(channel, delivery);
    }

    private static Task AcknowledgeAsync(IChannel channel, Delivery delivery) => channel.IsOpen
        ? channel.BasicAckAsync(delivery.Tag, multiple: false, CancellationToken.None).AsTask().WaitAsync(BrokerConnection.Patience)
        : Task.CompletedTask;

    private async Task HandleOrDeferAsync(CloudEvent message, byte[] body)
    {
        try
        {
            await SettleAsync(await handler.HandleAsync(message, long.MaxValue, CancellationToken.None), message, body);
        }
        catch (Exception exception) when (exception is not PoisonMessageException)
        {
            LogDeferred(exception, message.Id, message.Type, 1);
            await deferred.AddAsync(message.Id, message.Subject, body, 1, exception.GetType().Name, CancellationToken.None);
            MessagingTelemetry.Deferred.Add(1);
        }
    }

    private async Task SettleAsync(HandlingOutcome outcome, CloudEvent message, byte[] body)
    {
        switch (outcome)
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

    [LoggerMessage(LogLevel.Information, "{Count} messages that were handled together are handled one by one.")]
    private partial void LogSeparated(Exception exception, int count);

    [LoggerMessage(LogLevel.Error, "Message {Id} of type {Type} goes to the dead-letter queue: {Reason}")]
    private partial void LogPoison(string? id, string? type, string reason);

    [LoggerMessage(LogLevel.Warning, "Message {Id} of type {Type} failed (attempt {Attempt}) and is tried again later.")]
    private partial void LogDeferred(Exception exception, Guid id, string type, int attempt);
}
