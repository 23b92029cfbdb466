using Ecommerce.ShippingService.Domain;

namespace Ecommerce.ShippingService.Application.ReadShipments;

/// <summary>Reads shipments.</summary>
internal interface IShipmentReader
{
    Task<Shipment?> FindAsync(ShipmentId id, CancellationToken cancellationToken);

    /// <summary>Newest first, before an id.</summary>
    Task<IReadOnlyList<Shipment>> ListAsync(ShipmentStatus? status, Guid? orderId, Guid? before, int limit, CancellationToken cancellationToken);

    Task<IReadOnlyList<Shipment>> OfOrderAsync(Guid orderId, Guid customerId, CancellationToken cancellationToken);
}
