namespace Ecommerce.SharedKernel.Domain;

/// <summary>The entity that guards the rules of its cluster; the only one that a repository loads or stores.</summary>
/// <typeparam name="TId">A readonly record struct over a UUIDv7.</typeparam>
public abstract class AggregateRoot<TId> : IAggregateRoot
    where TId : struct
{
    private readonly List<IDomainEvent> _events = [];

    /// <summary>For EF Core.</summary>
    protected AggregateRoot()
    {
    }

    /// <summary>A new aggregate.</summary>
    protected AggregateRoot(TId id) => Id = id;

    /// <summary>Its identity.</summary>
    public TId Id { get; private init; }

    /// <summary>Grows by one with each stored change; a stale one conflicts.</summary>
    public int Version { get; private set; }

    /// <inheritdoc/>
    public IReadOnlyList<IDomainEvent> DomainEvents => _events;

    /// <inheritdoc/>
    public void ClearDomainEvents() => _events.Clear();

    /// <summary>Counts a change, so that a concurrent one conflicts.</summary>
    protected void Touch() => Version++;

    /// <summary>Records that something happened.</summary>
    protected void Raise(IDomainEvent domainEvent) => _events.Add(domainEvent);
}
