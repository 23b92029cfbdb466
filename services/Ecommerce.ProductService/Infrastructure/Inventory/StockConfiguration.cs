using Ecommerce.ProductService.Domain.Inventory;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ecommerce.ProductService.Infrastructure.Inventory;

internal sealed class StockConfiguration :
    IEntityTypeConfiguration<StockLocation>, IEntityTypeConfiguration<StockLevel>, IEntityTypeConfiguration<StockThreshold>,
    IEntityTypeConfiguration<Reservation>, IEntityTypeConfiguration<ReservationLine>, IEntityTypeConfiguration<StockMovement>
{
    private const int SkuLength = 64;
    private const int LocationLength = 32;

    public void Configure(EntityTypeBuilder<StockLocation> location)
    {
        location.ToTable("stock_locations");
        location.HasKey(l => l.Code);
        location.Property(l => l.Code).HasMaxLength(LocationLength).ValueGeneratedNever();
        location.Property(l => l.Name).HasMaxLength(100);
        location.Property(l => l.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<StockLevel> stock)
    {
        // The line that no bug can cross: nothing is promised that is not there.
        stock.ToTable("stock_levels", table => table.HasCheckConstraint("ck_stock_levels", "reserved >= 0 AND on_hand >= reserved"));
        stock.HasKey(s => new { s.Sku, s.Location });
        stock.Property(s => s.Sku).HasMaxLength(SkuLength);
        stock.Property(s => s.Location).HasMaxLength(LocationLength);
        stock.HasIndex(s => new { s.Location, s.Sku }, "ix_stock_levels_location");
        stock.HasOne<StockLocation>().WithMany().HasForeignKey(s => s.Location).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<StockThreshold> threshold)
    {
        threshold.ToTable("stock_thresholds", table => table.HasCheckConstraint("ck_stock_thresholds_low_at", "low_at > 0"));
        threshold.HasKey(t => t.Sku);
        threshold.Property(t => t.Sku).HasMaxLength(SkuLength).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<Reservation> reservation)
    {
        reservation.ToTable("reservations");
        reservation.HasKey(r => r.Id);
        reservation.Property(r => r.Id).ValueGeneratedNever();
        reservation.Property(r => r.Status).HasConversion<string>().HasMaxLength(10);
        reservation.HasIndex(r => r.ExpiresAt, "ix_reservations_expiry").HasFilter("status = 'Reserved'");
    }

    // Lines and movements refer to no location by a foreign key: each reservation would lock the one row of the warehouse that all use.
    public void Configure(EntityTypeBuilder<ReservationLine> line)
    {
        line.ToTable("reservation_lines", table => table.HasCheckConstraint("ck_reservation_lines_quantity", "quantity > 0"));
        line.HasKey(l => new { l.ReservationId, l.Sku, l.Location });
        line.Property(l => l.Sku).HasMaxLength(SkuLength);
        line.Property(l => l.Location).HasMaxLength(LocationLength);
        line.HasOne<Reservation>().WithMany().HasForeignKey(l => l.ReservationId);
    }

    public void Configure(EntityTypeBuilder<StockMovement> movement)
    {
        movement.ToTable("stock_movements");
        movement.HasKey(m => m.Id);
        movement.Property(m => m.Id).UseIdentityAlwaysColumn();
        movement.Property(m => m.Sku).HasMaxLength(SkuLength);
        movement.Property(m => m.Location).HasMaxLength(LocationLength);
        movement.Property(m => m.Kind).HasMaxLength(12);
        movement.Property(m => m.Reason).HasMaxLength(20);
        movement.Property(m => m.Actor).HasMaxLength(50);
        movement.HasIndex(m => new { m.Reference, m.Sku, m.Kind, m.Location }, "ux_stock_movements_cause").IsUnique();
        movement.HasIndex(m => new { m.Sku, m.Id }, "ix_stock_movements_sku");
    }
}
