namespace Ecommerce.ShippingService.Domain;

/// <summary>Where a shipment is.</summary>
internal enum ShipmentStatus
{
    Created,
    Labelled,
    Dispatched,
    InTransit,
    OutForDelivery,
    Exception,
    Delivered,
    ReturnedToSender,
    Cancelled,
}
