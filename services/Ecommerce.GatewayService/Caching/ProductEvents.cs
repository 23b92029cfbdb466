using System.Diagnostics.CodeAnalysis;
using Ecommerce.Messaging;
using Microsoft.Extensions.Options;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Ecommerce.GatewayService.Caching;

/// <summary>
/// Hears of every change of a product, on a queue of this replica's own that goes with it: whoever is not there to hear has nothing kept.
/// Nothing is read of an event but that it came.
/// </summary>
internal sealed partial class ProductEvents(
    IServiceProvider services, KeptAnswers answers, IOptions<MessagingOptions> options, TimeProvider clock, ILogger<ProductEvents> logger) : BackgroundService
{
    private const string Wanted = "product.#";
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    // A connection that dies at the wrong moment can leave a call waiting for an answer that nobody will give.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [SuppressMessage("Design", "CA1031", Justification = "Whatever is wrong with the broker, it is tried again.")]
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogDeaf(exception.GetType().Name);
            }

            await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ListenAsync(CancellationToken stoppingToken)
    {
        var connection = services.GetRequiredService<IConnection>();
        var channel = await connection.CreateChannelAsync(cancellationToken: stoppingToken).WaitAsync(Patience, stoppingToken);
        using var lost = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        AsyncEventHandler<ShutdownEventArgs> giveUp = (_, _) => lost.CancelAsync();
        channel.ChannelShutdownAsync += giveUp;
        try
        {
            await channel.ExchangeDeclareAsync(options.Value.Exchange, ExchangeType.Topic, durable: true, cancellationToken: stoppingToken).WaitAsync(Patience, stoppingToken);
            var queue = await channel.QueueDeclareAsync(cancellationToken: stoppingToken).WaitAsync(Patience, stoppingToken);
            await channel.QueueBindAsync(queue.QueueName, options.Value.Exchange, Wanted, cancellationToken: stoppingToken).WaitAsync(Patience, stoppingToken);
            var consumer = new AsyncEventingBasicConsumer(channel);
            consumer.ReceivedAsync += (_, _) => answers.PurgeAsync();
            await channel.BasicConsumeAsync(queue.QueueName, autoAck: true, consumer, stoppingToken).WaitAsync(Patience, stoppingToken);

            // What changed while nobody listened is not known.
            await answers.PurgeAsync();
            answers.Hears = true;
            LogListening();
            await Task.Delay(Timeout.InfiniteTimeSpan, lost.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        finally
        {
            answers.Hears = false;
            channel.ChannelShutdownAsync -= giveUp;
            await channel.DisposeAsync().AsTask().WaitAsync(Patience, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(LogLevel.Information, "Listening for changes of products.")]
    private partial void LogListening();

    [LoggerMessage(LogLevel.Warning, "Changes of products are not heard of ({Reason}): answers are kept for a second only.")]
    private partial void LogDeaf(string reason);
}
