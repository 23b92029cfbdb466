using Ecommerce.ShippingService.Application;
using Ecommerce.ShippingService.Domain;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Ecommerce.ShippingService.Infrastructure.Persistence;

internal sealed class ShipmentStore(ShippingDbContext context) : IShipmentStore
{
    private static readonly TimeSpan TrackingLease = TimeSpan.FromMinutes(10);

    public void Add(Shipment shipment) => context.Add(shipment);

    public Task<Shipment?> FindAsync(ShipmentId id, CancellationToken cancellationToken) =>
        context.Shipments.FirstOrDefaultAsync(shipment => shipment.Id == id, cancellationToken);

    public Task<Shipment?> FindByTrackingNumberAsync(string trackingNumber, CancellationToken cancellationToken) =>
        context.Shipments.FirstOrDefaultAsync(shipment => shipment.TrackingNumber == trackingNumber, cancellationToken);

    public async Task<IReadOnlyList<Shipment>> FindByOrderAsync(Guid orderId, CancellationToken cancellationToken) =>
        await context.Shipments.Where(shipment => shipment.OrderId == orderId).ToListAsync(cancellationToken);

    public Task<Label?> FindLabelAsync(LabelId id, CancellationToken cancellationToken) =>
        context.Labels.FirstOrDefaultAsync(label => label.Id == id, cancellationToken);

    public async Task<Label> GetOrAddAsync(Label label, CancellationToken cancellationToken)
    {
        if (await FindLabelAsync(label.Id, cancellationToken) is { } known)
        {
            return known;
        }

        context.Add(label);
        try
        {
            await context.SaveChangesAsync(cancellationToken);
            return label;
        }
        catch (DbUpdateException exception) when (exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            context.Entry(label).State = EntityState.Detached;
            return (await FindLabelAsync(label.Id, cancellationToken))!;
        }
    }

    public Task SaveAsync(CancellationToken cancellationToken) => context.SaveChangesAsync(cancellationToken);

    public async Task<IReadOnlyList<ShipmentId>> TakeSilentAsync(int limit, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var lease = now + TrackingLease;
        var ids = await context.Database.SqlQuery<Guid>($"""
            UPDATE shipments SET next_track_at = {lease}
            WHERE id IN (
              SELECT id FROM shipments WHERE next_track_at <= {now} ORDER BY next_track_at LIMIT {limit} FOR UPDATE SKIP LOCKED)
            RETURNING id AS "Value"
            """).ToListAsync(cancellationToken);
        return [.. ids.Select(id => new ShipmentId(id))];
    }
}
