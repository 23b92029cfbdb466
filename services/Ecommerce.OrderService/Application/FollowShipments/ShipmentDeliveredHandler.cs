using Ecommerce.Contracts.Shipping;
using Ecommerce.Messaging.Consuming;
using Ecommerce.OrderService.Domain;

namespace Ecommerce.OrderService.Application.FollowShipments;

/// <summary>Follows the goods to the customer.</summary>
internal sealed class ShipmentDeliveredHandler(IOrderStore orders, TimeProvider clock) : IEventHandler<ShipmentDelivered>
{
    public async Task HandleAsync(ShipmentDelivered integrationEvent, EventContext context, CancellationToken cancellationToken)
    {
        if (await orders.FindAsync(new OrderId(integrationEvent.OrderId), cancellationToken) is not { } order)
        {
            return;
        }

        order.RecordDelivery([.. integrationEvent.Lines.Select(line => (line.OrderLineId, line.Quantity))], clock.GetUtcNow());
    }
}
