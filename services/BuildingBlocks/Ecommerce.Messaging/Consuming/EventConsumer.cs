using Ecommerce.Messaging.Broker;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RabbitMQ.Client;

namespace Ecommerce.Messaging.Consuming;

/// <summary>Keeps a consumer on the service's queue: whatever ends it, everything is given up and begun anew.</summary>
internal sealed partial class EventConsumer(
    BrokerConnections connections, MessageLanes lanes, IMessageHandler handler, ConsumerState state, IOptions<MessagingOptions> options,
    TimeProvider clock, ILogger<EventConsumer> logger) : BackgroundService
{
    // Events of the client say at once that a connection is lost, but one that is lost while it is being set up can miss them.
    private static readonly TimeSpan CheckInterval = TimeSpan.FromSeconds(5);

    private ushort _prefetch = options.Value.Prefetch;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var failures = 0;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await ConsumeAsync(() => failures = 0, stoppingToken))
                {
                    continue;
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                LogInterrupted(exception);
            }

            await Task.Delay(options.Value.ReconnectDelayAfter(++failures), clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // Runs until anything fails (then the caller starts again) or the service stops. True where it is to start again at once, with another prefetch.
    private async Task<bool> ConsumeAsync(Action begun, CancellationToken stoppingToken)
    {
        var opened = await connections.Consuming.OpenChannelAsync(stoppingToken);
        try
        {
            var lost = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            opened.Connection.ConnectionShutdownAsync += (_, _) => End(lost);
            opened.Channel.ChannelShutdownAsync += (_, _) => End(lost);
            await BoundedAsync(Topology.DeclareAsync(opened.Channel, options.Value, handler.Types, CancellationToken.None));
            await BoundedAsync(opened.Channel.BasicQosAsync(0, _prefetch, global: false, CancellationToken.None));

            using var ending = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            var run = lanes.Run(opened.Channel, _prefetch, ending.Token);
            try
            {
                // The broker cancels a consumer whose queue it loses.
                run.Consumer.UnregisteredAsync += (_, _) => End(lost);
                await BoundedAsync(opened.Channel.BasicConsumeAsync(options.Value.Queue, autoAck: false, run.Consumer, CancellationToken.None));
                LogConsuming(options.Value.Queue);
                begun();
                state.Begin();
                await StayAsync(opened, Task.WhenAny(lost.Task, run.Work, run.TooLarge.Task), stoppingToken);
                if (run.TooLarge.Task.IsCompleted)
                {
                    _prefetch = (ushort)Math.Max(1, run.Waiting.Held / 2);
                    LogTooLarge(run.Waiting.Held, options.Value.LargestBacklog, _prefetch);
                    return true;
                }
            }
            finally
            {
                state.End();

                // What is being handled is finished and acknowledged; what still waits goes back to the broker with the connection. Until then this
                // stays the queue's consumer: another replica that took over earlier could overtake what is being handled here.
                await ending.CancelAsync();
                await run.Work;
            }

            return false;
        }
        finally
        {
            await connections.Consuming.DiscardAsync(opened.Connection);
        }
    }

    private static Task BoundedAsync(Task call) => call.WaitAsync(BrokerConnection.Patience);

    private static Task<T> BoundedAsync<T>(Task<T> call) => call.WaitAsync(BrokerConnection.Patience);

    private static async Task StayAsync(BrokerChannel opened, Task ended, CancellationToken stoppingToken)
    {
        while (opened.IsOpen && !ended.IsCompleted && !stoppingToken.IsCancellationRequested)
        {
            await ended.WaitAsync(CheckInterval, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static Task End(TaskCompletionSource lost)
    {
        lost.TrySetResult();
        return Task.CompletedTask;
    }

    [LoggerMessage(LogLevel.Information, "Consuming from {Queue}.")]
    private partial void LogConsuming(string queue);

    [LoggerMessage(LogLevel.Warning, "{Held} messages need more than the {Limit} bytes of Messaging:LargestBacklog. From now on the prefetch is {Prefetch}.")]
    private partial void LogTooLarge(int held, long limit, ushort prefetch);

    [LoggerMessage(LogLevel.Warning, "Consuming was interrupted and starts again.")]
    private partial void LogInterrupted(Exception exception);
}
