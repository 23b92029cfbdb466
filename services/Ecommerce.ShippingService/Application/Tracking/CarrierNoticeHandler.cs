using Ecommerce.ShippingService.Application.Ports;
using Ecommerce.ShippingService.Domain;

namespace Ecommerce.ShippingService.Application.Tracking;

/// <summary>Takes over what the carrier platform tells by itself. Repeated and late notices change nothing.</summary>
internal sealed class CarrierNoticeHandler(IShipmentStore shipments, TimeProvider clock)
{
    public async Task HandleAsync(CarrierNotice notice, CancellationToken cancellationToken)
    {
        if (notice is { TrackingNumber: { } number, News: { } news }
            && await shipments.FindByTrackingNumberAsync(number, cancellationToken) is { IsOver: false } tracked)
        {
            tracked.Track(news, clock.GetUtcNow());
        }

        if (notice is { LabelId: { } id, Label: { } bought }
            && await shipments.FindLabelAsync(id, cancellationToken) is { Step: LabelStep.Buying } label
            && !label.IsBeingBought(clock.GetUtcNow()))
        {
            // The answer to the purchase was lost.
            label.Complete(bought);
            if (await shipments.FindAsync(new ShipmentId(id.Value), cancellationToken) is { Status: ShipmentStatus.Created } shipment)
            {
                shipment.AttachLabel(bought, clock.GetUtcNow());
            }
        }

        await shipments.SaveAsync(cancellationToken);
    }
}
