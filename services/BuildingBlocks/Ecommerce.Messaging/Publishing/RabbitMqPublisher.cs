using Ecommerce.Messaging.Broker;
using Ecommerce.Messaging.Envelope;
using Ecommerce.Messaging.Outbox;
using Microsoft.Extensions.Options;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Ecommerce.Messaging.Publishing;

/// <summary>Publishes persistent messages with publisher confirms on one channel, made anew when anything fails on it.</summary>
internal sealed class RabbitMqPublisher(BrokerConnections connections, IOptions<MessagingOptions> options) : IEventPublisher, IDisposable
{
    private readonly SemaphoreSlim _opening = new(1, 1);
    private BrokerChannel? _link;

    public async Task PublishAsync(OutboxMessage message, string? traceParent, CancellationToken cancellationToken)
    {
        var properties = new BasicProperties
        {
            Persistent = true,
            MessageId = message.Id.ToString(),
            Type = message.Type,
            AppId = options.Value.Service,
            ContentType = "application/cloudevents+json",
            Timestamp = new AmqpTimestamp(message.Time.ToUnixTimeSeconds()),
        };
        var body = EnvelopeWriter.Write(message, options.Value.Service, traceParent);
        var link = await OpenAsync(cancellationToken);
        try
        {
            var publishing = link.Channel.BasicPublishAsync(options.Value.Exchange, message.Type, mandatory: false, properties, body, CancellationToken.None);
            await ConfirmAsync(publishing.AsTask(), cancellationToken);
        }
        catch (PublishException exception)
        {
            throw new EventRefusedException("The broker did not confirm it.", exception);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            await GiveUpAsync(link);
            throw;
        }
    }

    public void Dispose() => _opening.Dispose();

    // A broker that holds publishers up has not gone: sending again on another connection would only double what it has to take.
    private async Task ConfirmAsync(Task publishing, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await publishing.WaitAsync(BrokerConnection.Patience, cancellationToken);
                return;
            }
            catch (TimeoutException) when (connections.Publishing.IsBlocked)
            {
            }
        }
    }

    private async Task<BrokerChannel> OpenAsync(CancellationToken cancellationToken)
    {
        if (_link is { IsOpen: true } open)
        {
            return open;
        }

        await _opening.WaitAsync(cancellationToken);
        try
        {
            if (_link is { IsOpen: true } opened)
            {
                return opened;
            }

            await GiveUpAsync(_link);
            var link = await connections.Publishing.OpenChannelAsync(cancellationToken);
            try
            {
                await link.Channel.ExchangeDeclareAsync(options.Value.Exchange, ExchangeType.Topic, durable: true, cancellationToken: CancellationToken.None)
                    .WaitAsync(BrokerConnection.Patience, cancellationToken);
            }
            catch (Exception)
            {
                await GiveUpAsync(link);
                throw;
            }

            return _link = link;
        }
        finally
        {
            _opening.Release();
        }
    }

    private async Task GiveUpAsync(BrokerChannel? link)
    {
        if (link is not null)
        {
            Interlocked.CompareExchange(ref _link, null, link);
            await connections.Publishing.DiscardAsync(link.Connection);
        }
    }
}
