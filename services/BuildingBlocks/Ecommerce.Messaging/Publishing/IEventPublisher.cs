using Ecommerce.Messaging.Envelope;

namespace Ecommerce.Messaging.Publishing;

/// <summary>Hands an event to the broker. Only the outbox dispatcher calls it.</summary>
internal interface IEventPublisher
{
    /// <summary>Returns when the broker has confirmed that it keeps the event.</summary>
    /// <exception cref="EventRefusedException">The broker refused this event.</exception>
    Task PublishAsync(CloudEvent cloudEvent, CancellationToken cancellationToken);
}
