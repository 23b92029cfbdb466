using Ecommerce.Contracts;
using Ecommerce.Messaging.Outbox;
using Ecommerce.SharedKernel.Domain;

namespace Ecommerce.Messaging.Tests;

internal sealed class NoMapper : IDomainEventMapper
{
    public IEnumerable<IIntegrationEvent> Map(IAggregateRoot aggregate, IDomainEvent domainEvent) => [];
}
