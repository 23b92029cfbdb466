using Ecommerce.Contracts.Shipping;
using Ecommerce.ShippingService.Application;
using Ecommerce.ShippingService.Domain;

namespace Ecommerce.ShippingService.Api;

/// <summary>A shipment as staff see it.</summary>
internal sealed record ShipmentResponse(
    Guid Id,
    Guid OrderId,
    string OrderNumber,
    ShipmentStatus Status,
    string? Detail,
    IReadOnlyList<ShipmentLineDto> Lines,
    PostalAddress Destination,
    string MethodCode,
    string MethodName,
    int WeightGrams,
    string? Carrier,
    string? TrackingNumber,
    string? TrackingUrl,
    string? LabelUrl,
    DateTimeOffset CreatedAt,
    DateTimeOffset? DispatchedAt,
    DateTimeOffset? DeliveredAt)
{
    public static ShipmentResponse Of(Shipment shipment) => new(
        shipment.Id.Value, shipment.OrderId, shipment.OrderNumber, shipment.Status, shipment.Detail, shipment.LinesToDto(), shipment.Destination,
        shipment.MethodCode, shipment.MethodName, shipment.WeightGrams, shipment.Carrier, shipment.TrackingNumber, shipment.TrackingUrl,
        shipment.LabelUrl, shipment.CreatedAt, shipment.DispatchedAt, shipment.DeliveredAt);
}
