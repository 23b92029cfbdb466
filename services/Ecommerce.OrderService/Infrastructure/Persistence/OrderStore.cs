using Ecommerce.OrderService.Application;
using Ecommerce.OrderService.Domain;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Ecommerce.OrderService.Infrastructure.Persistence;

internal sealed class OrderStore(OrderDbContext context) : IOrderStore
{
    public Task<Order?> FindAsync(OrderId id, CancellationToken cancellationToken) =>
        context.Orders.FirstOrDefaultAsync(order => order.Id == id, cancellationToken);

    public Task<Order?> FindLiveByCartAsync(Guid cartId, CancellationToken cancellationToken) =>
        context.Orders.FirstOrDefaultAsync(
            order => order.CartId == cartId && order.Status != OrderStatus.Cancelled && order.Status != OrderStatus.Expired, cancellationToken);

    public async Task<bool> TryAddAsync(Order order, CancellationToken cancellationToken)
    {
        context.Add(order);
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

    public async Task<Order> ReloadAsync(OrderId id, CancellationToken cancellationToken)
    {
        context.ChangeTracker.Clear();
        return await context.Orders.FirstAsync(order => order.Id == id, cancellationToken);
    }

    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException exception)
        {
            throw new OrderChangedException(exception);
        }
    }

    public async Task<IReadOnlyList<OrderId>> TakeDueAsync(int limit, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var lease = now + Order.StepLease;
        var ids = await context.Database.SqlQuery<Guid>($"""
            UPDATE orders SET next_step_at = {lease}
            WHERE id IN (
              SELECT id FROM orders WHERE next_step_at <= {now} ORDER BY next_step_at LIMIT {limit} FOR UPDATE SKIP LOCKED)
            RETURNING id AS "Value"
            """).ToListAsync(cancellationToken);
        return [.. ids.Select(id => new OrderId(id))];
    }
}
