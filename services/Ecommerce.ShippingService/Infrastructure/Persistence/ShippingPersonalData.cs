using System.Text.Json.Nodes;
using Ecommerce.ServiceDefaults.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace Ecommerce.ShippingService.Infrastructure.Persistence;

/// <summary>Shipments and the labels of their orders. A parcel that is on its way needs its address.</summary>
internal sealed class ShippingPersonalData(ShippingDbContext context) : IPersonalData
{
    public async Task<JsonObject> ExportAsync(Guid customerId, CancellationToken cancellationToken) => new()
    {
        ["shipments"] = await context.ReadRowsAsync(
            $"SELECT to_jsonb(s) - 'version' - 'tracked_at' - 'next_track_at' AS row FROM shipments s WHERE s.customer_id = {customerId} ORDER BY s.id", cancellationToken),
        ["labels"] = await context.ReadRowsAsync(
            $"SELECT to_jsonb(l) - 'version' AS row FROM labels l WHERE l.order_id IN (SELECT s.order_id FROM shipments s WHERE s.customer_id = {customerId}) ORDER BY l.id", cancellationToken),
    };

    public async Task<bool> EraseAsync(Guid customerId, CancellationToken cancellationToken)
    {
        await context.Database.ExecuteSqlAsync($"""
            UPDATE labels SET
              "from" = jsonb_build_object('name', 'erased', 'line1', 'erased', 'city', 'erased', 'country', "from"->'country'),
              "to" = jsonb_build_object('name', 'erased', 'line1', 'erased', 'city', 'erased', 'country', "to"->'country'),
              bought = bought || jsonb_build_object('trackingNumber', 'erased', 'trackingUrl', NULL, 'labelUrl', 'erased'), version = version + 1
            WHERE step = 'Bought' AND order_id IN (
              SELECT order_id FROM shipments WHERE customer_id = {customerId}
              GROUP BY order_id HAVING bool_and(status IN ('Delivered', 'ReturnedToSender', 'Cancelled')));
            UPDATE shipments s SET
              customer_id = NULL, email = 'erased@erased.invalid', detail = NULL, tracking_url = NULL, label_url = NULL, next_track_at = NULL, version = version + 1,
              tracking_number = CASE WHEN tracking_number IS NULL THEN NULL ELSE 'erased' END,
              destination = jsonb_build_object('name', 'erased', 'line1', 'erased', 'city', 'erased', 'region', destination->'region', 'country', destination->'country')
            WHERE customer_id = {customerId} AND NOT EXISTS (
              SELECT 1 FROM shipments o WHERE o.order_id = s.order_id AND o.status NOT IN ('Delivered', 'ReturnedToSender', 'Cancelled'));
            """, cancellationToken);
        return !await context.Shipments.AnyAsync(shipment => shipment.CustomerId == customerId, cancellationToken);
    }
}
