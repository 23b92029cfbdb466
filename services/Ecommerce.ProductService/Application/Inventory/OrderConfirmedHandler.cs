using Ecommerce.Contracts.Order;
using Ecommerce.Messaging.Consuming;

namespace Ecommerce.ProductService.Application.Inventory;

/// <summary>A bought article leaves the stock.</summary>
internal sealed class OrderConfirmedHandler(IInventory inventory) : IEventHandler<OrderConfirmed>
{
    /// <exception cref="InvalidOperationException">The goods are not there; it is tried again and then needs a person.</exception>
    public async Task HandleAsync(OrderConfirmed integrationEvent, EventContext context, CancellationToken cancellationToken)
    {
        var committed = await inventory.CommitAsync(integrationEvent.OrderId, cancellationToken);
        if (!committed.IsSuccess)
        {
            throw new InvalidOperationException($"Order {integrationEvent.OrderId} was confirmed without goods: {committed.Error.Code}.");
        }
    }
}
