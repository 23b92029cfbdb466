using Ecommerce.Contracts.Order;
using Ecommerce.Messaging.Consuming;
using Ecommerce.ProductService.Domain.Inventory;

namespace Ecommerce.ProductService.Application.Inventory;

/// <summary>A bought article leaves the stock.</summary>
internal sealed class OrderConfirmedHandler(IInventory inventory) : IEventHandler<OrderConfirmed>
{
    /// <exception cref="InvalidOperationException">The goods are not there; it is tried again and then needs a person.</exception>
    public async Task HandleAsync(OrderConfirmed integrationEvent, EventContext context, CancellationToken cancellationToken)
    {
        var committed = await inventory.CommitAsync(integrationEvent.OrderId, cancellationToken);

        // One that was given back belongs to an order that was cancelled since.
        if (!committed.IsSuccess && committed.Error != InventoryErrors.ReservationReleased)
        {
            throw new InvalidOperationException($"Order {integrationEvent.OrderId} was confirmed without goods: {committed.Error.Code}.");
        }
    }
}
