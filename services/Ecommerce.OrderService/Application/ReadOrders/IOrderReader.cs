using Ecommerce.OrderService.Domain;

namespace Ecommerce.OrderService.Application.ReadOrders;

/// <summary>Reads orders without tracking them.</summary>
internal interface IOrderReader
{
    Task<Order?> FindAsync(OrderId id, CancellationToken cancellationToken);

    /// <summary>A customer's orders, newest first.</summary>
    /// <param name="customerId">Whose.</param>
    /// <param name="before">Only older ones; null for the first page.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task<IReadOnlyList<OrderSummary>> ListAsync(Guid customerId, Guid? before, int limit, CancellationToken cancellationToken);

    /// <summary>Orders for staff, newest first, by number, email or status.</summary>
    Task<IReadOnlyList<OrderSummary>> SearchAsync(OrderSearch search, Guid? before, int limit, CancellationToken cancellationToken);
}
