using System.Runtime.CompilerServices;
using Ecommerce.SharedKernel.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Ecommerce.Messaging.Outbox;

/// <summary>Turns the domain events of tracked aggregates into outbox rows of the same SaveChanges, and wakes the dispatcher after the commit.</summary>
public sealed class OutboxInterceptor(IDomainEventMapper mapper, OutboxSignal signal, TimeProvider clock)
    : SaveChangesInterceptor, IDbTransactionInterceptor
{
    // Contexts that have saved an event in a transaction that is still open.
    private readonly ConditionalWeakTable<DbContext, object> _pending = [];

    /// <summary>Says that a statement of the context's own puts an event into the outbox: the dispatcher is woken as after a save, once that is committed.</summary>
    /// <param name="context">The context whose connection the statement runs on. Without a transaction of its own, call this after the statement.</param>
    public void Expect(DbContext context)
    {
        _pending.AddOrUpdate(context, this);
        if (context.Database.CurrentTransaction is null)
        {
            Wake(context);
        }
    }

    /// <inheritdoc/>
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { } context)
        {
            StoreEvents(context);
            if (HasNewEvent(context))
            {
                _pending.AddOrUpdate(context, this);
            }
        }

        return ValueTask.FromResult(result);
    }

    /// <inheritdoc/>
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result) =>
        throw new NotSupportedException("Changes are saved with SaveChangesAsync.");

    /// <inheritdoc/>
    public override ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        // Inside a transaction of the caller's the commit comes later and wakes the dispatcher then.
        if (eventData.Context is { Database.CurrentTransaction: null } context)
        {
            Wake(context);
        }

        return ValueTask.FromResult(result);
    }

    /// <inheritdoc/>
    public Task TransactionCommittedAsync(
        System.Data.Common.DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { } context)
        {
            Wake(context);
        }

        return Task.CompletedTask;
    }

    // Most commits have no event, and a dispatcher that looked for one each time would cost a query each time.
    private void Wake(DbContext context)
    {
        if (_pending.Remove(context))
        {
            signal.Set();
        }
    }

    private static bool HasNewEvent(DbContext context) =>
        Tracked(context, tracker => tracker.Entries<OutboxMessage>().Any(entry => entry.State == EntityState.Added));

    // SaveChanges looks for changes itself, right after this: looking here too would cost as much again, and finds no aggregate that is not tracked.
    private static T Tracked<T>(DbContext context, Func<ChangeTracker, T> look)
    {
        var detects = context.ChangeTracker.AutoDetectChangesEnabled;
        context.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            return look(context.ChangeTracker);
        }
        finally
        {
            context.ChangeTracker.AutoDetectChangesEnabled = detects;
        }
    }

    private void StoreEvents(DbContext context)
    {
        var aggregates = Tracked(context, tracker => tracker.Entries<IAggregateRoot>()
            .Select(entry => entry.Entity)
            .Where(aggregate => aggregate.DomainEvents.Count > 0)
            .ToList());
        var now = clock.GetUtcNow();
        foreach (var aggregate in aggregates)
        {
            foreach (var domainEvent in aggregate.DomainEvents)
            {
                foreach (var integrationEvent in mapper.Map(aggregate, domainEvent))
                {
                    context.AddToOutbox(integrationEvent, now);
                }
            }

            aggregate.ClearDomainEvents();
        }
    }
}
