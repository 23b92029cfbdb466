using Ecommerce.ReturnService.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ecommerce.ReturnService.Infrastructure.Persistence;

internal sealed class OrderReturnsConfiguration : IEntityTypeConfiguration<OrderReturns>
{
    public void Configure(EntityTypeBuilder<OrderReturns> order)
    {
        order.ToTable("order_returns", table =>
            table.HasCheckConstraint("ck_order_returns_refunded", "refunded_total >= 0 AND refunded_total <= total"));
        order.HasKey(o => o.Id);
        order.Property(o => o.Id).HasConversion(id => id.Value, value => new OrderId(value)).ValueGeneratedNever();
        order.OwnsMany(o => o.Lines, ConfigureLine);
    }

    private static void ConfigureLine(OwnedNavigationBuilder<OrderReturns, OrderLineReturns> line)
    {
        line.ToTable("order_line_returns", table =>
        {
            table.HasCheckConstraint("ck_order_line_returns_claimed", "claimed_quantity >= 0 AND claimed_quantity <= quantity");
            table.HasCheckConstraint("ck_order_line_returns_refunded", "refunded_quantity <= claimed_quantity AND refunded_amount <= total");
        });
        line.WithOwner().HasForeignKey("OrderId");
        line.HasKey("OrderId", nameof(OrderLineReturns.LineId));
        line.Property(l => l.LineId).ValueGeneratedNever();
    }
}
