using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Ecommerce.MessagingBench.Service;

/// <summary>When each event was committed by the publishing service, or handled by the consuming one, as <see cref="System.Diagnostics.Stopwatch"/> says.</summary>
/// <remarks>The processes of one machine read the same monotonic clock.</remarks>
internal sealed class Times
{
    private const int Largest = 1_000_000;
    private readonly long[] _at = new long[Largest];

    public void Set(int number, long at) => _at[number] = at;

    public ArraySegment<long> Of(int from, int count) => new(_at, from, count);

    public int Count(int from, int count) => Of(from, count).Count(at => at != 0);
}

/// <summary>Notes the time of each commit for the events that were handled in its transaction.</summary>
internal sealed class HandledTimes(Times times) : DbTransactionInterceptor
{
    private readonly ConditionalWeakTable<DbContext, List<int>> _handled = [];

    /// <summary>An event is handled once the context's transaction is committed.</summary>
    public void Expect(DbContext context, int number) => _handled.GetOrCreateValue(context).Add(number);

    public override ValueTask<DbTransaction> TransactionStartedAsync(
        DbConnection connection, TransactionEndEventData eventData, DbTransaction result, CancellationToken cancellationToken = default)
    {
        // What an undone transaction left behind.
        Of(eventData.Context!)?.Clear();
        return ValueTask.FromResult(result);
    }

    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        var now = System.Diagnostics.Stopwatch.GetTimestamp();
        if (Of(eventData.Context!) is { } handled)
        {
            handled.ForEach(number => times.Set(number, now));
            handled.Clear();
        }

        return Task.CompletedTask;
    }

    private List<int>? Of(DbContext context) => _handled.TryGetValue(context, out var handled) ? handled : null;
}
