using Ecommerce.Contracts;

namespace Ecommerce.Messaging.Consuming;

/// <summary>Handles one kind of event. Runs inside the transaction that also notes the message in the inbox.</summary>
/// <remarks>
/// It changes the service's own DbContext and neither saves, commits nor publishes: the consumer saves and commits after it, under load
/// several messages at once, and acknowledges after the commit. An exception undoes everything and the message is tried again. What it does outside the
/// database has to bear being repeated.
/// </remarks>
/// <typeparam name="TEvent">The contract.</typeparam>
public interface IEventHandler<in TEvent>
    where TEvent : IIntegrationEvent
{
    /// <summary>Handles the event.</summary>
    Task HandleAsync(TEvent integrationEvent, EventContext context, CancellationToken cancellationToken);
}
