using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Ecommerce.Messaging.Tests;

/// <summary>Lets nothing happen after a commit: the moment to be killed in.</summary>
internal sealed class HangAfterCommit : DbTransactionInterceptor
{
    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) =>
        Task.Delay(Timeout.InfiniteTimeSpan, CancellationToken.None);
}
