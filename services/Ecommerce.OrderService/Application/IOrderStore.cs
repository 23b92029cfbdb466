using Ecommerce.OrderService.Domain;

namespace Ecommerce.OrderService.Application;

/// <summary>Loads and stores orders; one unit of work per scope.</summary>
internal interface IOrderStore
{
    /// <summary>The whole order, to be changed.</summary>
    Task<Order?> FindAsync(OrderId id, CancellationToken cancellationToken);

    /// <summary>Forgets all changes and loads the order as it is now.</summary>
    Task<Order> ReloadAsync(OrderId id, CancellationToken cancellationToken);

    /// <summary>The live order of a cart, if there is one.</summary>
    Task<Order?> FindLiveByCartAsync(Guid cartId, CancellationToken cancellationToken);

    /// <summary>Adds a new order and commits.</summary>
    /// <returns>False where the cart has a live order already, or the order is there already: then nothing is stored.</returns>
    Task<bool> TryAddAsync(Order order, CancellationToken cancellationToken);

    /// <summary>Commits the changes.</summary>
    /// <exception cref="OrderChangedException">Someone else changed the order since it was loaded.</exception>
    Task SaveAsync(CancellationToken cancellationToken);

    /// <summary>Takes checkouts whose next step is due, and keeps other workers off them for a lease.</summary>
    Task<IReadOnlyList<OrderId>> TakeDueAsync(int limit, DateTimeOffset now, CancellationToken cancellationToken);
}
