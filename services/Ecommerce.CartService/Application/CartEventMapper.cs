using Ecommerce.Contracts;
using Ecommerce.Messaging.Outbox;
using Ecommerce.SharedKernel.Domain;

namespace Ecommerce.CartService.Application;

/// <summary>Carts raise no domain events: the store puts their event into the outbox beside the change.</summary>
internal sealed class CartEventMapper : IDomainEventMapper
{
    public IEnumerable<IIntegrationEvent> Map(IAggregateRoot aggregate, IDomainEvent domainEvent) => [];
}
