using Ecommerce.Contracts.Order;
using Ecommerce.Messaging.Consuming;

namespace Ecommerce.ProductService.Application.Inventory;

/// <summary>A bought article leaves the stock.</summary>
internal sealed class OrderConfirmedHandler(IInventory inventory) : IEventHandler<OrderConfirmed>
{
    public Task HandleAsync(OrderConfirmed integrationEvent, EventContext context, CancellationToken cancellationToken) =>
        inventory.CommitAsync(integrationEvent.OrderId, cancellationToken);
}
