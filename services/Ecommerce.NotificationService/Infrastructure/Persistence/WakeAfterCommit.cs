using Ecommerce.NotificationService.Application.Send;
using Ecommerce.NotificationService.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Ecommerce.NotificationService.Infrastructure.Persistence;

/// <summary>Wakes the send worker once what a unit of work queued is committed.</summary>
internal sealed class WakeAfterCommit(SendSignal signal) : SaveChangesInterceptor, IDbTransactionInterceptor
{
    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { Database.CurrentTransaction: null } context)
        {
            Wake(context);
        }

        return ValueTask.FromResult(result);
    }

    public Task TransactionCommittedAsync(
        System.Data.Common.DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { } context)
        {
            Wake(context);
        }

        return Task.CompletedTask;
    }

    private void Wake(DbContext context)
    {
        if (context.ChangeTracker.Entries<Notification>().Any(entry => entry.Entity is { Status: NotificationStatus.Queued, Attempts: 0 }))
        {
            signal.Set();
        }
    }
}
