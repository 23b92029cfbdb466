using Ecommerce.SharedKernel.Results;
using Ecommerce.ShippingService.Application.Ports;
using Ecommerce.ShippingService.Domain;

namespace Ecommerce.ShippingService.Application.DispatchShipment;

/// <summary>
/// Says that a shipment left the house, once its order allows it: a cancelled order's goods stay, and from then on the order cannot be
/// cancelled. After a crash in between the shipment can be dispatched again.
/// </summary>
internal sealed class DispatchShipmentHandler(IShipmentStore shipments, IOrders orders, TimeProvider clock)
{
    public async Task<Result<Shipment>> HandleAsync(ShipmentId id, CancellationToken cancellationToken)
    {
        if (await shipments.FindAsync(id, cancellationToken) is not { } shipment)
        {
            return ShippingErrors.ShipmentNotFound;
        }

        var dispatched = shipment.Dispatch(clock.GetUtcNow());
        if (!dispatched.IsSuccess)
        {
            return dispatched.Error;
        }

        var approved = await orders.ApproveDispatchAsync(shipment.OrderId, cancellationToken);
        if (!approved.IsSuccess)
        {
            return approved.Error.Kind == ErrorKind.Conflict ? ShippingErrors.OrderNotShippable : approved.Error;
        }

        await shipments.SaveAsync(cancellationToken);
        return shipment;
    }
}
