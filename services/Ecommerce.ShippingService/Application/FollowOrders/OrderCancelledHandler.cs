using Ecommerce.Contracts.Order;
using Ecommerce.Messaging.Consuming;

namespace Ecommerce.ShippingService.Application.FollowOrders;

/// <summary>What has not left the house stays there.</summary>
internal sealed class OrderCancelledHandler(IShipmentStore shipments, TimeProvider clock) : IEventHandler<OrderCancelled>
{
    public async Task HandleAsync(OrderCancelled integrationEvent, EventContext context, CancellationToken cancellationToken)
    {
        foreach (var shipment in await shipments.FindByOrderAsync(integrationEvent.OrderId, cancellationToken))
        {
            if (shipment.IsUndispatched)
            {
                shipment.Cancel(clock.GetUtcNow());
            }
        }
    }
}
