using System.Linq.Expressions;
using Ecommerce.OrderService.Application.ReadOrders;
using Ecommerce.OrderService.Domain;
using Microsoft.EntityFrameworkCore;

namespace Ecommerce.OrderService.Infrastructure.Persistence;

internal sealed class OrderReader(OrderDbContext context) : IOrderReader
{
    private static readonly Expression<Func<Order, OrderSummary>> Summary = order => new OrderSummary(
        order.Id.Value, order.Number, order.Status, order.PaymentStatus, order.FulfilmentStatus, order.Total, order.Currency.Code,
        order.Lines.Sum(line => line.Quantity), order.PlacedAt);

    public Task<Order?> FindAsync(OrderId id, CancellationToken cancellationToken) =>
        context.Orders.AsNoTracking().FirstOrDefaultAsync(order => order.Id == id, cancellationToken);

    public async Task<IReadOnlyList<OrderSummary>> ListAsync(Guid customerId, Guid? before, int limit, CancellationToken cancellationToken) =>
        await Page(context.Orders.Where(order => order.CustomerId == customerId), before, limit, cancellationToken);

    public async Task<IReadOnlyList<OrderSummary>> SearchAsync(OrderSearch search, Guid? before, int limit, CancellationToken cancellationToken)
    {
        // People write their address now one way, now another; ix_orders_email is over lower(email).
        var orders = search.Email is null
            ? context.Orders
            : context.Orders.FromSql($"SELECT * FROM orders WHERE lower(email) = lower({search.Email})");
        if (search.Number?.ToUpperInvariant() is { } number)
        {
            orders = orders.Where(order => order.Number == number);
        }

        orders = search.Status is null ? orders : orders.Where(order => order.Status == search.Status);
        return await Page(orders, before, limit, cancellationToken);
    }

    // Ids are version 7: their order is the order of time.
    private static async Task<List<OrderSummary>> Page(IQueryable<Order> orders, Guid? before, int limit, CancellationToken cancellationToken)
    {
        if (before is { } cursor)
        {
            orders = orders.Where(order => (Guid)(object)order.Id < cursor);
        }

        return await orders.AsNoTracking().OrderByDescending(order => order.Id).Take(limit).Select(Summary).ToListAsync(cancellationToken);
    }
}
