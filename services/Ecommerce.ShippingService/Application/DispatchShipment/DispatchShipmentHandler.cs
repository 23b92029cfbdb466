using Ecommerce.SharedKernel.Results;
using Ecommerce.ShippingService.Application.Ports;
using Ecommerce.ShippingService.Domain;

namespace Ecommerce.ShippingService.Application.DispatchShipment;

/// <summary>
/// Dispatches a shipment after its order has approved it: the goods of a cancelled order are not dispatched. If the process crashes after the
/// approval, the shipment can be dispatched again.
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
