using Ecommerce.Messaging.Broker;
using Ecommerce.Messaging.Envelope;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Ecommerce.Messaging.Consuming;

/// <summary>Handles messages in batches, several batches side by side; those of a subject one after the other, in their order.</summary>
internal sealed partial class MessageLanes(
    IMessageHandler handler, DeferredMessages deferred, DeadLetters deadLetters, IOptions<MessagingOptions> options,
    TimeProvider clock, ILogger<MessageLanes> logger)
{
    /// <summary>Starts handling what a channel's consumer gets.</summary>
    /// <param name="channel">Where the messages come from and are acknowledged.</param>
    /// <param name="prefetch">How many messages the broker hands out before the first of them is acknowledged.</param>
    /// <param name="ending">Ends the work; a batch that is being handled is finished first.</param>
    public LaneRun Run(IChannel channel, ushort prefetch, CancellationToken ending)
    {
        var run = new LaneRun(
            channel, new AsyncEventingBasicConsumer(channel), new WaitingMessages(options.Value, prefetch, clock), new Acknowledgements(prefetch / 2));
        run.Consumer.ReceivedAsync += (_, arrived) =>
        {
            Receive(run, arrived);
            return Task.CompletedTask;
        };
        run.Work = WorkAsync(run, ending);
        return run;
    }

    private void Receive(LaneRun run, BasicDeliverEventArgs arrived)
    {
        var delivery = Read(arrived);
        run.Acknowledgements.Expect(delivery.Tag);
        if (!run.Waiting.TryAdd(delivery, out var mayStart))
        {
            run.TooLarge.TrySetResult();
        }
        else if (mayStart)
        {
            run.Changed.Set();
        }
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

    // Ends with an exception where the database or the broker is away. The messages stay unacknowledged: nothing is lost, and nothing overtakes them.
    private async Task WorkAsync(LaneRun run, CancellationToken ending)
    {
        var lanes = new (Task? Task, List<Delivery> Batch)[options.Value.Lanes];
        try
        {
            while (!ending.IsCancellationRequested)
            {
                var wait = Timeout.InfiniteTimeSpan;
                for (var lane = 0; lane < lanes.Length; lane++)
                {
                    if (lanes[lane] is { Task.IsCompleted: true } finished)
                    {
                        lanes[lane] = default;
                        await finished.Task;
                        await FinishAsync(run, finished.Batch);
                    }

                    if (lanes[lane].Task is null && run.Waiting.Take(lane, out wait) is { } batch)
                    {
                        lanes[lane] = (Begin(run, batch), batch);
                        wait = Timeout.InfiniteTimeSpan;
                    }
                }

                await ((Task)run.Changed.WaitAsync(wait, ending)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
        finally
        {
            await EndAsync(run, lanes);
        }
    }

    // The signal comes after the end of the task, never before it: the loop would find the lane still busy, and wait for ever.
    private Task Begin(LaneRun run, List<Delivery> batch)
    {
        var task = Task.Run(() => HandleAsync(batch), CancellationToken.None);
        _ = task.ContinueWith(_ => run.Changed.Set(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        return task;
    }

    private static async Task FinishAsync(LaneRun run, List<Delivery> batch)
    {
        run.Waiting.Finish(batch);
        await AcknowledgeAsync(run.Channel, run.Acknowledgements.Handled(batch.Select(delivery => delivery.Tag)));
    }

    // What has begun is finished, and acknowledged where that is still possible.
    private static async Task EndAsync(LaneRun run, (Task? Task, List<Delivery> Batch)[] lanes)
    {
        foreach (var (task, batch) in lanes)
        {
            if (task is not null)
            {
                await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                if (task.IsCompletedSuccessfully)
                {
                    await FinishAsync(run, batch);
                }
            }
        }

        await AcknowledgeAsync(run.Channel, run.Acknowledgements.HeldBack());
    }

    private static async Task AcknowledgeAsync(IChannel channel, List<Acknowledgement> acknowledgements)
    {
        foreach (var (tag, multiple) in acknowledgements)
        {
            if (channel.IsOpen)
            {
                await channel.BasicAckAsync(tag, multiple, CancellationToken.None).AsTask().WaitAsync(BrokerConnection.Patience);
            }
        }
    }

    // Not stopped by the end of the run: what has begun is finished.
    private async Task HandleAsync(List<Delivery> batch)
    {
        if (batch.Count == 1 || !await TryTogetherAsync(batch))
        {
            foreach (var delivery in batch)
            {
                await HandleAsync(delivery);
            }
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

    private async Task HandleAsync(Delivery delivery)
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
    }

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
