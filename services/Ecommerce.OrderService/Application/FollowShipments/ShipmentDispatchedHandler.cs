using Ecommerce.Contracts.Shipping;
using Ecommerce.Messaging.Consuming;
using Ecommerce.OrderService.Domain;

namespace Ecommerce.OrderService.Application.FollowShipments;

/// <summary>Follows the goods out, and asks for the money that they cost.</summary>
internal sealed class ShipmentDispatchedHandler(IOrderStore orders, TimeProvider clock) : IEventHandler<ShipmentDispatched>
{
    public async Task HandleAsync(ShipmentDispatched integrationEvent, EventContext context, CancellationToken cancellationToken)
    {
        if (await orders.FindAsync(new OrderId(integrationEvent.OrderId), cancellationToken) is not { } order)
        {
            return;
        }

        order.RecordDispatch(
            integrationEvent.ShipmentId, [.. integrationEvent.Lines.Select(line => (line.OrderLineId, line.Quantity))], clock.GetUtcNow());
    }
}
