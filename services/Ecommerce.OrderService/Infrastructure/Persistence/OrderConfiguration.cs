using Ecommerce.OrderService.Domain;
using Ecommerce.SharedKernel.Monetary;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ecommerce.OrderService.Infrastructure.Persistence;

internal sealed class OrderConfiguration : IEntityTypeConfiguration<Order>
{
    public void Configure(EntityTypeBuilder<Order> order)
    {
        order.ToTable("orders", table =>
        {
            table.HasCheckConstraint("ck_orders_money", "total >= 0 AND captured_total >= 0 AND refunded_total >= 0 AND refunded_total <= captured_total");
            table.HasCheckConstraint("ck_orders_captured", "captured_total <= total AND capture_requested_total <= total");
            table.HasCheckConstraint("ck_orders_confirmed", "status NOT IN ('Confirmed', 'Completed') OR confirmed_at IS NOT NULL");
        });
        order.HasKey(o => o.Id);
        order.Property(o => o.Id).HasConversion(id => id.Value, value => new OrderId(value)).ValueGeneratedNever();
        order.Property(o => o.Version).IsConcurrencyToken();
        order.Property(o => o.Number).HasMaxLength(16);
        order.Property(o => o.Email).HasMaxLength(254);
        order.Property(o => o.Locale).HasMaxLength(35);
        order.Property(o => o.Currency).HasConversion(currency => currency.Code, code => Currency.From(code)).HasMaxLength(3).IsFixedLength();
        order.Property(o => o.Status).HasConversion<string>().HasMaxLength(20);
        order.Property(o => o.PaymentStatus).HasConversion<string>().HasMaxLength(20);
        order.Property(o => o.FulfilmentStatus).HasConversion<string>().HasMaxLength(20);
        order.Property(o => o.Step).HasConversion<string>().HasMaxLength(20);
        order.Property(o => o.ShippingAddress).IsJson();
        order.Property(o => o.BillingAddress).IsJson();
        order.Property(o => o.ShippingChoice).IsJson();
        order.Property(o => o.Discounts).IsJson();
        order.Property(o => o.Payment).IsJson();
        order.Property(o => o.NextActionUrl).HasMaxLength(2000);
        order.Property(o => o.FailureCode).HasMaxLength(100);
        order.Ignore(o => o.DomainEvents);
        order.Ignore(o => o.IsDead);

        // One live order per cart: what makes a double click harmless.
        order.HasIndex(o => o.CartId, "ux_orders_live_cart").IsUnique().HasFilter("status NOT IN ('Cancelled', 'Expired')");
        order.HasIndex(o => o.Number, "ux_orders_number").IsUnique();
        order.HasIndex(o => o.NextStepAt, "ix_orders_next_step").HasFilter("next_step_at IS NOT NULL");
        order.HasIndex(o => new { o.CustomerId, o.Id }, "ix_orders_customer").IsDescending(false, true);

        // Staff search, newest first. The one by email, ix_orders_email, is over lower(email) and stands in its migration: EF Core has no word for it.
        order.HasIndex(o => new { o.Status, o.Id }, "ix_orders_status").IsDescending(false, true);

        order.OwnsMany(o => o.Lines, ConfigureLine);
        order.OwnsMany(o => o.History, ConfigureHistory);
    }

    private static void ConfigureLine(OwnedNavigationBuilder<Order, OrderLine> line)
    {
        line.ToTable("order_lines", table =>
        {
            table.HasCheckConstraint("ck_order_lines_quantity", "quantity > 0");
            table.HasCheckConstraint("ck_order_lines_progress", "dispatched_quantity <= quantity AND delivered_quantity <= quantity AND returned_quantity <= quantity");
            table.HasCheckConstraint("ck_order_lines_discount", "discount >= 0 AND discount <= subtotal");
        });
        line.WithOwner().HasForeignKey("OrderId");
        line.HasKey("OrderId", nameof(OrderLine.Id));
        line.Property(l => l.Id).ValueGeneratedNever();
        line.Property(l => l.Sku).HasMaxLength(64);
        line.Property(l => l.Name).HasMaxLength(300);
        line.Property(l => l.VariantName).HasMaxLength(300);
        line.Property(l => l.ImageUrl).HasMaxLength(2000);
    }

    private static void ConfigureHistory(OwnedNavigationBuilder<Order, OrderHistoryEntry> entry)
    {
        entry.ToTable("order_history");
        entry.WithOwner().HasForeignKey("OrderId");
        entry.HasKey("OrderId", nameof(OrderHistoryEntry.Id));
        entry.Property(e => e.Id).UseIdentityAlwaysColumn();
        entry.Property(e => e.Actor).HasMaxLength(100);
        entry.Property(e => e.What).HasMaxLength(50);
        entry.Property(e => e.Detail).HasMaxLength(200);
    }
}
