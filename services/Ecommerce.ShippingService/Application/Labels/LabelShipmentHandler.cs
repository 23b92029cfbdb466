using Ecommerce.SharedKernel.Results;
using Ecommerce.ShippingService.Domain;
using Microsoft.Extensions.Options;

namespace Ecommerce.ShippingService.Application.Labels;

/// <summary>Buys the label of a shipment.</summary>
internal sealed class LabelShipmentHandler(IShipmentStore shipments, LabelBuyer buyer, IOptions<ShippingOrigin> origin, TimeProvider clock)
{
    private const string Express = "express";

    public async Task<Result<Shipment>> HandleAsync(ShipmentId id, CancellationToken cancellationToken)
    {
        if (await shipments.FindAsync(id, cancellationToken) is not { } shipment)
        {
            return ShippingErrors.ShipmentNotFound;
        }

        if (shipment.Status is not (ShipmentStatus.Created or ShipmentStatus.Labelled))
        {
            return ShippingErrors.NotAllowed(shipment.Status, "labelled");
        }

        var label = await buyer.BuyAsync(
            Label.Want(
                new LabelId(id.Value), shipment.OrderId, origin.Value.ToAddress(), shipment.Destination, shipment.WeightGrams,
                fastest: shipment.MethodCode.Contains(Express, StringComparison.Ordinal)),
            cancellationToken);
        if (!label.IsSuccess)
        {
            return label.Error;
        }

        var attached = shipment.AttachLabel(label.Value, clock.GetUtcNow());
        if (!attached.IsSuccess)
        {
            return attached.Error;
        }

        await shipments.SaveAsync(cancellationToken);
        return shipment;
    }
}
