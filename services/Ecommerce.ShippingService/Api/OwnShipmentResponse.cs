using Ecommerce.Contracts.Shipping;
using Ecommerce.ShippingService.Application;
using Ecommerce.ShippingService.Domain;

namespace Ecommerce.ShippingService.Api;

/// <summary>A shipment as its buyer sees it.</summary>
internal sealed record OwnShipmentResponse(
    Guid Id, ShipmentStatus Status, string? Detail, IReadOnlyList<ShipmentLineDto> Lines, string MethodName, string? Carrier, string? TrackingNumber,
    string? TrackingUrl, DateTimeOffset? DispatchedAt, DateTimeOffset? DeliveredAt)
{
    public static OwnShipmentResponse Of(Shipment shipment) => new(
        shipment.Id.Value, shipment.Status, shipment.Detail, shipment.LinesToDto(), shipment.MethodName, shipment.Carrier, shipment.TrackingNumber,
        shipment.TrackingUrl, shipment.DispatchedAt, shipment.DeliveredAt);
}
