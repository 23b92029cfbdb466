using Ecommerce.Contracts;
using Ecommerce.Messaging.Outbox;
using Ecommerce.SharedKernel.Domain;

namespace Ecommerce.NotificationService.Application;

/// <summary>Nobody else hears of notifications.</summary>
internal sealed class NoEvents : IDomainEventMapper
{
    public IEnumerable<IIntegrationEvent> Map(IAggregateRoot aggregate, IDomainEvent domainEvent) => [];
}
