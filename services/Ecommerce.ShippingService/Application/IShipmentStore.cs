using Ecommerce.ShippingService.Domain;

namespace Ecommerce.ShippingService.Application;

/// <summary>Shipments and labels.</summary>
internal interface IShipmentStore
{
    void Add(Shipment shipment);

    Task<Shipment?> FindAsync(ShipmentId id, CancellationToken cancellationToken);

    Task<Shipment?> FindByTrackingNumberAsync(string trackingNumber, CancellationToken cancellationToken);

    Task<IReadOnlyList<Shipment>> FindByOrderAsync(Guid orderId, CancellationToken cancellationToken);

    Task<Label?> FindLabelAsync(LabelId id, CancellationToken cancellationToken);

    /// <summary>The label with this id: the given one, unless there is one already.</summary>
    Task<Label> GetOrAddAsync(Label label, CancellationToken cancellationToken);

    /// <summary>Saves all changes; throws where someone else changed them since they were loaded.</summary>
    Task SaveAsync(CancellationToken cancellationToken);

    /// <summary>Takes shipments that are silent, and keeps other workers off them for a lease.</summary>
    Task<IReadOnlyList<ShipmentId>> TakeSilentAsync(int limit, DateTimeOffset now, CancellationToken cancellationToken);
}
