namespace Ecommerce.SharedKernel.Domain;

/// <summary>What persistence needs to know of an aggregate: which events it has raised since it was loaded.</summary>
public interface IAggregateRoot
{
    /// <summary>Raised and not yet stored, oldest first.</summary>
    IReadOnlyList<IDomainEvent> DomainEvents { get; }

    /// <summary>Called once the events are in the outbox.</summary>
    void ClearDomainEvents();
}
