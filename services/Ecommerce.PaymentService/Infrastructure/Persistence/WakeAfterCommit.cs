using Ecommerce.PaymentService.Application.Operations;
using Ecommerce.PaymentService.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Ecommerce.PaymentService.Infrastructure.Persistence;

/// <summary>Wakes the worker once operations that a unit of work asked for are committed.</summary>
internal sealed class WakeAfterCommit(OperationSignal signal) : SaveChangesInterceptor, IDbTransactionInterceptor
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
        if (context.ChangeTracker.Entries<PaymentOperation>().Any(entry => entry.Entity.State == OperationState.Requested))
        {
            signal.Set();
        }
    }
}
