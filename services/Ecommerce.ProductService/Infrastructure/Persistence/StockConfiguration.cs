using Ecommerce.ProductService.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ecommerce.ProductService.Infrastructure.Persistence;

internal sealed class StockConfiguration :
    IEntityTypeConfiguration<StockLevel>, IEntityTypeConfiguration<Reservation>, IEntityTypeConfiguration<ReservationLine>, IEntityTypeConfiguration<StockMovement>
{
    public void Configure(EntityTypeBuilder<StockLevel> stock)
    {
        // The line that no bug can cross: nothing is promised that is not there.
        stock.ToTable("stock_levels", table => table.HasCheckConstraint("ck_stock_levels", "reserved >= 0 AND on_hand >= reserved"));
        stock.HasKey(s => s.Sku);
        stock.Property(s => s.Sku).HasMaxLength(64).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<Reservation> reservation)
    {
        reservation.ToTable("reservations");
        reservation.HasKey(r => r.Id);
        reservation.Property(r => r.Id).ValueGeneratedNever();
        reservation.Property(r => r.Status).HasConversion<string>().HasMaxLength(10);
        reservation.HasIndex(r => r.ExpiresAt, "ix_reservations_expiry").HasFilter("status = 'Reserved'");
    }

    public void Configure(EntityTypeBuilder<ReservationLine> line)
    {
        line.ToTable("reservation_lines", table => table.HasCheckConstraint("ck_reservation_lines_quantity", "quantity > 0"));
        line.HasKey(l => new { l.ReservationId, l.Sku });
        line.Property(l => l.Sku).HasMaxLength(64);
        line.HasOne<Reservation>().WithMany().HasForeignKey(l => l.ReservationId);
    }

    public void Configure(EntityTypeBuilder<StockMovement> movement)
    {
        movement.ToTable("stock_movements");
        movement.HasKey(m => m.Id);
        movement.Property(m => m.Id).UseIdentityAlwaysColumn();
        movement.Property(m => m.Sku).HasMaxLength(64);
        movement.Property(m => m.Kind).HasMaxLength(10);
        movement.HasIndex(m => new { m.Reference, m.Sku, m.Kind }, "ux_stock_movements_cause").IsUnique();
        movement.HasIndex(m => new { m.Sku, m.Id }, "ix_stock_movements_sku");
    }
}
