using Ecommerce.Contracts;
using Ecommerce.Contracts.Shipping;
using Ecommerce.Messaging.Outbox;
using Ecommerce.SharedKernel.Domain;
using Ecommerce.ShippingService.Domain;

namespace Ecommerce.ShippingService.Application;

internal sealed class ShippingEventMapper : IDomainEventMapper
{
    public IEnumerable<IIntegrationEvent> Map(IAggregateRoot aggregate, IDomainEvent domainEvent) => aggregate is not Shipment shipment
        ? []
        : domainEvent switch
        {
            ShipmentLeft left => [Dispatched(shipment, left.At)],
            ShipmentArrived arrived => [Delivered(shipment, arrived.At)],
            ShipmentMoved moved =>
            [
                new ShipmentStatusChanged(
                    shipment.Id.Value, shipment.OrderId, shipment.CustomerId, moved.Status.ToWire(), moved.Detail, moved.At),
            ],
            _ => [],
        };

    private static ShipmentDispatched Dispatched(Shipment shipment, DateTimeOffset at) => new(
        shipment.Id.Value, shipment.OrderId, shipment.OrderNumber, shipment.CustomerId, shipment.Email, shipment.Locale,
        shipment.LinesToDto(), shipment.Carrier ?? "", shipment.TrackingNumber ?? "", shipment.TrackingUrl, at);

    private static ShipmentDelivered Delivered(Shipment shipment, DateTimeOffset at) => new(
        shipment.Id.Value, shipment.OrderId, shipment.OrderNumber, shipment.CustomerId, shipment.Email, shipment.Locale,
        shipment.LinesToDto(), shipment.Carrier ?? "", shipment.TrackingNumber ?? "", shipment.TrackingUrl, at);
}
