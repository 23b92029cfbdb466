using System.Threading.Channels;
using Ecommerce.Messaging.Envelope;
using Ecommerce.Messaging.Publishing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Ecommerce.Messaging.Consuming;

/// <summary>Takes messages from the service's queue and handles them in lanes; a subject always has the same lane.</summary>
internal sealed partial class EventConsumer(
    IServiceProvider services, IMessageHandler handler, DeferredMessages deferred, IOptions<MessagingOptions> options,
    TimeProvider clock, ILogger<EventConsumer> logger) : BackgroundService
{
    private static readonly CreateChannelOptions WithConfirms = new(true, true, null);

    // A connection that dies at the wrong moment can leave a call waiting for an answer that nobody will give.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ConsumeAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                LogInterrupted(exception);
            }

            await Task.Delay(options.Value.RetryDelay, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // Runs until the channel is lost (then the caller starts again) or the service stops.
    private async Task ConsumeAsync(CancellationToken stoppingToken)
    {
        var connection = services.GetRequiredService<IConnection>();
        var channel = await connection.CreateChannelAsync(WithConfirms, stoppingToken).WaitAsync(Patience, stoppingToken);
        try
        {
            await ConsumeAsync(channel, stoppingToken);
        }
        finally
        {
            await channel.DisposeQuietlyAsync();
        }
    }

    private async Task ConsumeAsync(IChannel channel, CancellationToken stoppingToken)
    {
        using var lost = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        AsyncEventHandler<ShutdownEventArgs> giveUp = (_, _) => lost.CancelAsync();
        channel.ChannelShutdownAsync += giveUp;
        await Topology.DeclareAsync(channel, options.Value, handler.Types, stoppingToken).WaitAsync(Patience, stoppingToken);
        await channel.BasicQosAsync(0, options.Value.Prefetch, global: false, stoppingToken).WaitAsync(Patience, stoppingToken);

        var lanes = Enumerable.Range(0, options.Value.Lanes)
            .Select(_ => Channel.CreateUnbounded<BasicDeliverEventArgs>(new UnboundedChannelOptions { SingleReader = true })).ToArray();
        var workers = lanes.Select(lane => WorkAsync(channel, lane.Reader, lost.Token)).ToArray();

        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, delivery) =>
        {
            // The body is only lent: it has to be copied before this returns.
            var copy = new BasicDeliverEventArgs(
                delivery.ConsumerTag, delivery.DeliveryTag, delivery.Redelivered, delivery.Exchange, delivery.RoutingKey,
                new BasicProperties(delivery.BasicProperties), delivery.Body.ToArray());
            lanes[LaneOf(copy)].Writer.TryWrite(copy);
            return Task.CompletedTask;
        };
        var tag = await channel.BasicConsumeAsync(options.Value.Queue, autoAck: false, consumer, stoppingToken).WaitAsync(Patience, stoppingToken);
        LogConsuming(options.Value.Queue);
        await Task.Delay(Timeout.InfiniteTimeSpan, lost.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        if (channel.IsOpen)
        {
            await channel.BasicCancelAsync(tag, cancellationToken: CancellationToken.None).WaitAsync(Patience, CancellationToken.None)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        // What is being handled is finished and acknowledged; what still waits goes back to the broker with the channel.
        await Task.WhenAll(workers);
        channel.ChannelShutdownAsync -= giveUp;
    }

    private int LaneOf(BasicDeliverEventArgs delivery)
    {
        try
        {
            return (int)((uint)string.GetHashCode(handler.Parse(delivery.Body).Subject, StringComparison.Ordinal) % (uint)options.Value.Lanes);
        }
        catch (PoisonMessageException)
        {
            return 0;
        }
    }

    private async Task WorkAsync(IChannel channel, ChannelReader<BasicDeliverEventArgs> lane, CancellationToken lost)
    {
        while (!lost.IsCancellationRequested)
        {
            try
            {
                await HandleAsync(channel, await lane.ReadAsync(lost), lost);
            }
            catch (OperationCanceledException)
            {
            }
            catch (Exception exception)
            {
                // The database or the broker is away. The message stays unacknowledged: nothing is lost, and nothing overtakes it.
                LogInterrupted(exception);
                await Task.Delay(options.Value.RetryDelay, clock, lost).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                await channel.CloseAsync(CancellationToken.None).WaitAsync(Patience, CancellationToken.None)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                return;
            }
        }
    }

    private async Task HandleAsync(IChannel channel, BasicDeliverEventArgs delivery, CancellationToken lost)
    {
        try
        {
            var message = handler.Parse(delivery.Body);
            await HandleOrDeferAsync(message, delivery.Body);
        }
        catch (PoisonMessageException poison)
        {
            LogPoison(delivery.BasicProperties.MessageId, delivery.BasicProperties.Type, poison.Message);
            await DeadLetters.PublishAsync(
                channel, options.Value.DeadLetterQueue, delivery.BasicProperties, delivery.Body, poison.Message, clock.GetUtcNow(), lost);
        }

        if (channel.IsOpen)
        {
            await channel.BasicAckAsync(delivery.DeliveryTag, multiple: false, CancellationToken.None).AsTask().WaitAsync(Patience, CancellationToken.None);
        }
    }

    private async Task HandleOrDeferAsync(CloudEvent message, ReadOnlyMemory<byte> body)
    {
        try
        {
            // Not stopped by the shutdown: what has begun is finished.
            var outcome = await handler.HandleAsync(message, long.MaxValue, CancellationToken.None);
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
        catch (Exception exception) when (exception is not PoisonMessageException)
        {
            LogDeferred(exception, message.Id, message.Type, 1);
            await deferred.AddAsync(message.Id, message.Subject, body, 1, exception.GetType().Name, CancellationToken.None);
            MessagingTelemetry.Deferred.Add(1);
        }
    }

    [LoggerMessage(LogLevel.Information, "Consuming from {Queue}.")]
    private partial void LogConsuming(string queue);

    [LoggerMessage(LogLevel.Warning, "Consuming was interrupted and starts again.")]
    private partial void LogInterrupted(Exception exception);

    [LoggerMessage(LogLevel.Error, "Message {Id} of type {Type} goes to the dead-letter queue: {Reason}")]
    private partial void LogPoison(string? id, string? type, string reason);

    [LoggerMessage(LogLevel.Warning, "Message {Id} of type {Type} failed (attempt {Attempt}) and is tried again later.")]
    private partial void LogDeferred(Exception exception, Guid id, string type, int attempt);
}
