using Ecommerce.Contracts;
using Ecommerce.Messaging.Outbox;
using Ecommerce.SharedKernel.Domain;

namespace Ecommerce.MessagingBench.Service;

/// <summary>What the publishing service tells: a subject has changed.</summary>
/// <param name="Subject">The aggregate.</param>
/// <param name="Number">The number of the event among all events of the run.</param>
/// <param name="Place">The number of the event among those of its subject, from 0.</param>
/// <param name="Padding">Makes the event as long as real ones are.</param>
[IntegrationEvent("bench.changed.v1")]
internal sealed record Changed(string Subject, int Number, int Place, string Padding) : IIntegrationEvent;

internal sealed class NoMapper : IDomainEventMapper
{
    public IEnumerable<IIntegrationEvent> Map(IAggregateRoot aggregate, IDomainEvent domainEvent) => [];
}
