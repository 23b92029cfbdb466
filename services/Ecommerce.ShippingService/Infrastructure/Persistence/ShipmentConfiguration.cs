using Ecommerce.ShippingService.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ecommerce.ShippingService.Infrastructure.Persistence;

internal sealed class ShipmentConfiguration : IEntityTypeConfiguration<Shipment>
{
    public void Configure(EntityTypeBuilder<Shipment> shipment)
    {
        shipment.ToTable("shipments", table =>
        {
            table.HasCheckConstraint("ck_shipments_sequence", "sequence > 0 AND weight_grams >= 0");
            table.HasCheckConstraint("ck_shipments_delivered", "status <> 'Delivered' OR delivered_at IS NOT NULL");
            table.HasCheckConstraint("ck_shipments_labelled", "status IN ('Created', 'Cancelled') OR tracking_number IS NOT NULL");
        });
        shipment.HasKey(s => s.Id);
        shipment.Property(s => s.Id).HasConversion(id => id.Value, value => new ShipmentId(value)).ValueGeneratedNever();
        shipment.Property(s => s.Version).IsConcurrencyToken();
        shipment.Property(s => s.OrderNumber).HasMaxLength(32);
        shipment.Property(s => s.Email).HasMaxLength(254);
        shipment.Property(s => s.Locale).HasMaxLength(35);
        shipment.Property(s => s.Lines).IsJson();
        shipment.Property(s => s.Destination).IsJson();
        shipment.Property(s => s.MethodCode).HasMaxLength(64);
        shipment.Property(s => s.MethodName).HasMaxLength(200);
        shipment.Property(s => s.Status).HasConversion<string>().HasMaxLength(20);
        shipment.Property(s => s.Detail).HasMaxLength(500);
        shipment.Property(s => s.Carrier).HasMaxLength(100);
        shipment.Property(s => s.TrackingNumber).HasMaxLength(100);
        shipment.Property(s => s.TrackingUrl).HasMaxLength(2000);
        shipment.Property(s => s.LabelUrl).HasMaxLength(2000);
        shipment.Ignore(s => s.DomainEvents);
        shipment.Ignore(s => s.IsOver);
        shipment.Ignore(s => s.IsUndispatched);

        // What makes a confirmed order one shipment, however often it is told.
        shipment.HasIndex(s => new { s.OrderId, s.Sequence }, "ux_shipments_order_sequence").IsUnique();
        shipment.HasIndex(s => s.TrackingNumber, "ix_shipments_tracking_number");
        shipment.HasIndex(s => new { s.Status, s.Id }, "ix_shipments_status").IsDescending(false, true);
        shipment.HasIndex(s => s.NextTrackAt, "ix_shipments_next_track").HasFilter("next_track_at IS NOT NULL");
    }
}
