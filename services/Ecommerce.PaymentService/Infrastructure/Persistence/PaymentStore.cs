using Ecommerce.PaymentService.Application;
using Ecommerce.PaymentService.Application.Ports;
using Ecommerce.PaymentService.Domain;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Ecommerce.PaymentService.Infrastructure.Persistence;

internal sealed class PaymentStore(PaymentDbContext context) : IPaymentStore
{
    private static readonly TimeSpan OperationLease = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan InFlight = TimeSpan.FromSeconds(3);

    public Task<Payment?> FindAsync(PaymentId id, CancellationToken cancellationToken) =>
        context.Payments.FirstOrDefaultAsync(payment => payment.Id == id, cancellationToken);

    public async Task<Payment?> LockAsync(PaymentId id, CancellationToken cancellationToken)
    {
        await context.Database.ExecuteSqlAsync($"SELECT 1 FROM payments WHERE id = {id.Value} FOR UPDATE", cancellationToken);
        return await FindAsync(id, cancellationToken);
    }

    public async Task<bool> TryAddAsync(Payment payment, CancellationToken cancellationToken)
    {
        context.Add(payment);
        try
        {
            await context.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException exception) when (exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            context.ChangeTracker.Clear();
            return false;
        }
    }

    public async Task RequestAsync(PaymentOperation operation, CancellationToken cancellationToken)
    {
        if (await FindOperationAsync(operation.PaymentId, operation.Kind, operation.RequestId, cancellationToken) is null)
        {
            context.Add(operation);
        }
    }

    public Task<PaymentOperation?> FindOperationAsync(long position, CancellationToken cancellationToken) =>
        context.Operations.FirstOrDefaultAsync(operation => operation.Position == position, cancellationToken);

    public Task<PaymentOperation?> FindOperationAsync(PaymentId id, OperationKind kind, Guid requestId, CancellationToken cancellationToken) =>
        context.Operations.FirstOrDefaultAsync(
            operation => operation.PaymentId == id && operation.Kind == kind && operation.RequestId == requestId, cancellationToken);

    public Task<bool> HasEarlierAsync(PaymentOperation operation, CancellationToken cancellationToken) => context.Operations.AnyAsync(
        other => other.PaymentId == operation.PaymentId && other.Position < operation.Position && other.State == OperationState.Requested,
        cancellationToken);

    public async Task<bool> TrySaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await context.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException exception) when (
            exception is DbUpdateConcurrencyException || exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            context.ChangeTracker.Clear();
            return false;
        }
    }

    public async Task<IReadOnlyList<PaymentId>> TakeUnresolvedAsync(int limit, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var lease = now + Payment.CallLease;
        var ids = await context.Database.SqlQuery<Guid>($"""
            UPDATE payments SET resolve_at = {lease}
            WHERE id IN (
              SELECT id FROM payments WHERE resolve_at <= {now} ORDER BY resolve_at LIMIT {limit} FOR UPDATE SKIP LOCKED)
            RETURNING id AS "Value"
            """).ToListAsync(cancellationToken);
        return [.. ids.Select(id => new PaymentId(id))];
    }

    public async Task<IReadOnlyList<long>> TakeDueOperationsAsync(int limit, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var lease = now + OperationLease;
        return await context.Database.SqlQuery<long>($"""
            UPDATE payment_operations SET next_attempt_at = {lease}
            WHERE position IN (
              SELECT o.position FROM payment_operations o
              WHERE o.state = 'Requested' AND o.next_attempt_at <= {now}
                AND NOT EXISTS (
                  SELECT 1 FROM payment_operations e
                  WHERE e.payment_id = o.payment_id AND e.state = 'Requested' AND e.position < o.position)
              ORDER BY o.next_attempt_at LIMIT {limit} FOR UPDATE SKIP LOCKED)
            RETURNING position AS "Value"
            """).ToListAsync(cancellationToken);
    }

    // An authorize call that is still running learns the outcome by itself; only a late one needs the resolver.
    public Task StoreNoticeAsync(WebhookNotice notice, DateTimeOffset now, CancellationToken cancellationToken)
    {
        string[] concerns = [.. notice.Concerns.Select(status => status.ToString())];
        return context.Database.ExecuteSqlAsync(
            $"""
            WITH stored AS (
              INSERT INTO webhook_events (provider, event_id, type, payment_id, received_at)
              VALUES ({notice.Provider}, {notice.EventId}, {notice.Type}, {notice.PaymentId}, {now})
              ON CONFLICT DO NOTHING
              RETURNING payment_id)
            UPDATE payments
            SET resolve_at = LEAST(COALESCE(resolve_at, 'infinity'), CASE WHEN status = 'Pending' THEN {now + InFlight} ELSE {now} END)
            WHERE id = (SELECT payment_id FROM stored) AND status = ANY ({concerns})
            """,
            cancellationToken);
    }
}
