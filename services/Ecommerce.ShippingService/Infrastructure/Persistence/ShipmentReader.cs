using Ecommerce.ShippingService.Application.ReadShipments;
using Ecommerce.ShippingService.Domain;
using Microsoft.EntityFrameworkCore;

namespace Ecommerce.ShippingService.Infrastructure.Persistence;

internal sealed class ShipmentReader(ShippingDbContext context) : IShipmentReader
{
    public Task<Shipment?> FindAsync(ShipmentId id, CancellationToken cancellationToken) =>
        context.Shipments.AsNoTracking().FirstOrDefaultAsync(shipment => shipment.Id == id, cancellationToken);

    // Ids are version 7: their order is the order of time.
    public async Task<IReadOnlyList<Shipment>> ListAsync(
        ShipmentStatus? status, Guid? orderId, Guid? before, int limit, CancellationToken cancellationToken)
    {
        var shipments = context.Shipments.AsNoTracking();
        shipments = status is null ? shipments : shipments.Where(shipment => shipment.Status == status);
        shipments = orderId is null ? shipments : shipments.Where(shipment => shipment.OrderId == orderId);
        shipments = before is null ? shipments : shipments.Where(shipment => (Guid)(object)shipment.Id < before);
        return await shipments.OrderByDescending(shipment => shipment.Id).Take(limit).ToListAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<Shipment>> OfOrderAsync(Guid orderId, Guid customerId, CancellationToken cancellationToken) =>
        await context.Shipments.AsNoTracking()
            .Where(shipment => shipment.OrderId == orderId && shipment.CustomerId == customerId)
            .OrderBy(shipment => shipment.Sequence)
            .ToListAsync(cancellationToken);
}
