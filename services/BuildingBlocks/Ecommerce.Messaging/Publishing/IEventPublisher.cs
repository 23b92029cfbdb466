using Ecommerce.Messaging.Outbox;

namespace Ecommerce.Messaging.Publishing;

/// <summary>Hands an event to the broker. Only the outbox dispatcher calls it.</summary>
internal interface IEventPublisher
{
    /// <summary>Returns when the broker has confirmed that it keeps the event.</summary>
    /// <param name="message">The event.</param>
    /// <param name="traceParent">W3C trace context of the sending, or null.</param>
    /// <param name="cancellationToken">Stops the waiting; whether the broker has the event is unknown then.</param>
    /// <exception cref="EventRefusedException">The broker refused this event.</exception>
    Task PublishAsync(OutboxMessage message, string? traceParent, CancellationToken cancellationToken);
}
