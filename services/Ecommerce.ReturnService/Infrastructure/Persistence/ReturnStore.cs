using Ecommerce.ReturnService.Application;
using Ecommerce.ReturnService.Application.ReadReturns;
using Ecommerce.ReturnService.Domain;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Ecommerce.ReturnService.Infrastructure.Persistence;

internal sealed class ReturnStore(ReturnDbContext context) : IReturnStore, IReturnReader
{
    public void Add(Return request) => context.Add(request);

    public Task<Return?> FindAsync(ReturnId id, CancellationToken cancellationToken) =>
        context.Returns.FirstOrDefaultAsync(request => request.Id == id, cancellationToken);

    public async Task<OrderReturns> LockAsync(SoldOrder order, CancellationToken cancellationToken)
    {
        if (!await context.Orders.AnyAsync(known => known.Id == order.Id, cancellationToken))
        {
            await TryAddAsync(OrderReturns.Of(order), cancellationToken);
        }

        return await LockAsync(order.Id, cancellationToken);
    }

    public async Task<(Return Request, OrderReturns Order)?> FindAndLockAsync(ReturnId id, CancellationToken cancellationToken)
    {
        var found = await context.Returns.Where(request => request.Id == id).Select(request => new { request.OrderId }).FirstOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        var order = await LockAsync(found.OrderId, cancellationToken);
        return (await context.Returns.FirstAsync(request => request.Id == id, cancellationToken), order);
    }

    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        await context.SaveChangesAsync(cancellationToken);
        if (context.Database.CurrentTransaction is { } transaction)
        {
            await transaction.CommitAsync(cancellationToken);
        }
    }

    // Ids are version 7: their order is the order of time.
    public async Task<IReadOnlyList<Return>> ListAsync(
        Guid? customerId, ReturnStatus? status, Guid? orderId, Guid? before, int limit, CancellationToken cancellationToken)
    {
        var returns = context.Returns.AsNoTracking();
        returns = customerId is null ? returns : returns.Where(request => request.CustomerId == customerId);
        returns = status is null ? returns : returns.Where(request => request.Status == status);
        returns = orderId is null ? returns : returns.Where(request => (Guid)(object)request.OrderId == orderId);
        returns = before is null ? returns : returns.Where(request => (Guid)(object)request.Id < before);
        return await returns.OrderByDescending(request => request.Id).Take(limit).ToListAsync(cancellationToken);
    }

    private async Task<OrderReturns> LockAsync(OrderId id, CancellationToken cancellationToken)
    {
        await context.Database.BeginTransactionAsync(cancellationToken);
        await context.Database.ExecuteSqlAsync($"SELECT 1 FROM order_returns WHERE id = {id.Value} FOR UPDATE", cancellationToken);
        return await context.Orders.FirstAsync(order => order.Id == id, cancellationToken);
    }

    private async Task TryAddAsync(OrderReturns order, CancellationToken cancellationToken)
    {
        context.Add(order);
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
        }

        // What counts is what is read once the row is held.
        context.ChangeTracker.Clear();
    }
}
