using Ecommerce.SharedKernel.Results;
using Ecommerce.ShippingService.Domain;

namespace Ecommerce.ShippingService.Application.DispatchShipment;

/// <summary>Says that a shipment left the house.</summary>
internal sealed class DispatchShipmentHandler(IShipmentStore shipments, TimeProvider clock)
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

        await shipments.SaveAsync(cancellationToken);
        return shipment;
    }
}
