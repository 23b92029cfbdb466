using Ecommerce.Contracts;
using Ecommerce.Messaging.Outbox;
using Ecommerce.SharedKernel.Domain;

namespace Ecommerce.UserService.Application;

/// <summary>Profiles concern nobody else yet.</summary>
internal sealed class UserEventMapper : IDomainEventMapper
{
    public IEnumerable<IIntegrationEvent> Map(IAggregateRoot aggregate, IDomainEvent domainEvent) => [];
}
