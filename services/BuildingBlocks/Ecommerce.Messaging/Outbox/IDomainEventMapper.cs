using Ecommerce.Contracts;
using Ecommerce.SharedKernel.Domain;

namespace Ecommerce.Messaging.Outbox;

/// <summary>Says which domain events other services hear of. One per service, in its Application layer.</summary>
public interface IDomainEventMapper
{
    /// <summary>The events to publish for a domain event; none where it concerns nobody else.</summary>
    /// <param name="aggregate">The aggregate that raised it, in its new state.</param>
    /// <param name="domainEvent">What it raised.</param>
    IEnumerable<IIntegrationEvent> Map(IAggregateRoot aggregate, IDomainEvent domainEvent);
}
