using System.Text.Json;
using Ecommerce.Messaging.Envelope;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Ecommerce.Messaging.Publishing;

/// <summary>Publishes persistent messages with publisher confirms on one channel, made anew when it is lost.</summary>
internal sealed class RabbitMqPublisher(IServiceProvider services, IOptions<MessagingOptions> options) : IEventPublisher, IAsyncDisposable
{
    private static readonly CreateChannelOptions WithConfirms = new(
        publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true, outstandingPublisherConfirmationsRateLimiter: null);

    // A connection that dies at the wrong moment can leave a call waiting for an answer that nobody will give.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _opening = new(1, 1);
    private IChannel? _channel;

    public async Task PublishAsync(CloudEvent cloudEvent, CancellationToken cancellationToken)
    {
        var channel = await OpenAsync(cancellationToken);
        var properties = new BasicProperties
        {
            Persistent = true,
            MessageId = cloudEvent.Id.ToString(),
            Type = cloudEvent.Type,
            AppId = cloudEvent.Source,
            ContentType = "application/cloudevents+json",
            Timestamp = new AmqpTimestamp(cloudEvent.Time.ToUnixTimeSeconds()),
        };
        var body = JsonSerializer.SerializeToUtf8Bytes(cloudEvent, MessageJson.Options);
        try
        {
            await channel.BasicPublishAsync(options.Value.Exchange, cloudEvent.Type, mandatory: false, properties, body, cancellationToken)
                .AsTask().WaitAsync(Patience, cancellationToken);
        }
        catch (TimeoutException)
        {
            Interlocked.CompareExchange(ref _channel, null, channel);
            await channel.DisposeQuietlyAsync();
            throw;
        }
        catch (PublishException exception)
        {
            throw new EventRefusedException("The broker did not confirm it.", exception);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _opening.Dispose();
        if (_channel is not null)
        {
            await _channel.DisposeQuietlyAsync();
        }
    }

    private async Task<IChannel> OpenAsync(CancellationToken cancellationToken)
    {
        if (_channel is { IsOpen: true } open)
        {
            return open;
        }

        await _opening.WaitAsync(cancellationToken);
        try
        {
            if (_channel is { IsOpen: true } opened)
            {
                return opened;
            }

            if (_channel is not null)
            {
                await _channel.DisposeQuietlyAsync();
                _channel = null;
            }

            var connection = services.GetRequiredService<IConnection>();
            var channel = await connection.CreateChannelAsync(WithConfirms, cancellationToken).WaitAsync(Patience, cancellationToken);
            await channel.ExchangeDeclareAsync(options.Value.Exchange, ExchangeType.Topic, durable: true, cancellationToken: cancellationToken)
                .WaitAsync(Patience, cancellationToken);
            return _channel = channel;
        }
        finally
        {
            _opening.Release();
        }
    }
}
