using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ecommerce.CartService.Infrastructure.Persistence;

internal sealed class CartConfiguration
    : IEntityTypeConfiguration<CartRow>, IEntityTypeConfiguration<CartLineRow>, IEntityTypeConfiguration<CartFreezeRow>
{
    public void Configure(EntityTypeBuilder<CartRow> cart)
    {
        cart.ToTable("carts", table =>
        {
            table.HasCheckConstraint("ck_carts_holder", "(customer_id IS NULL) <> (token_hash IS NULL)");
            table.HasCheckConstraint("ck_carts_order", "status NOT IN ('Frozen', 'Ordered') OR order_id IS NOT NULL");
            table.HasCheckConstraint("ck_carts_merged", "(status = 'Merged') = (merged_into IS NOT NULL)");
            table.HasCheckConstraint("ck_carts_saved_lines", "jsonb_array_length(saved_lines) BETWEEN 1 AND 200");
        });
        cart.HasKey(c => c.Id);
        cart.Property(c => c.Id).ValueGeneratedNever();
        cart.Property(c => c.Status).HasConversion<string>().HasMaxLength(20);
        cart.Property(c => c.Currency).HasMaxLength(3).IsFixedLength();
        cart.Property(c => c.Country).HasMaxLength(2);
        cart.Property(c => c.Region).HasMaxLength(10);
        cart.Property(c => c.PostalCode).HasMaxLength(20);
        cart.Property(c => c.Email).HasMaxLength(254);

        // A customer has one cart at a time.
        cart.HasIndex(c => c.CustomerId, "ux_carts_customer").IsUnique().HasFilter("customer_id IS NOT NULL AND status IN ('Active', 'Frozen')");

        // A live cart is in one of the two: a change costs one entry. It is abandoned before it expires.
        cart.HasIndex(c => c.ChangedAt, "ix_carts_changed_at").HasFilter("status = 'Active' AND abandoned_at IS NULL");
        cart.HasIndex(c => c.ExpiresAt, "ix_carts_expires_at").HasFilter("status = 'Active' AND abandoned_at IS NOT NULL");
        cart.Property(c => c.SavedLines).HasColumnType("jsonb");
        cart.Property(c => c.Look).HasColumnType("jsonb");
        cart.HasMany(c => c.Lines).WithOne().HasForeignKey(line => line.CartId);
    }

    public void Configure(EntityTypeBuilder<CartLineRow> line)
    {
        line.ToTable("cart_lines", table =>
        {
            table.HasCheckConstraint("ck_cart_lines_quantity", "quantity BETWEEN 1 AND 9999");
            table.HasCheckConstraint("ck_cart_lines_unit_price", "unit_price >= 0");
            table.HasCheckConstraint("ck_cart_lines_wanted", "wanted > quantity");
        });
        line.HasKey(l => new { l.CartId, l.Id });
        line.Property(l => l.Sku).HasMaxLength(64);
        line.Property(l => l.Name).HasMaxLength(300);
        line.Property(l => l.VariantName).HasMaxLength(300);
        line.Property(l => l.ImageUrl).HasMaxLength(2000);
        line.HasIndex(l => new { l.CartId, l.Sku }, "ux_cart_lines_sku").IsUnique();
    }

    public void Configure(EntityTypeBuilder<CartFreezeRow> freeze)
    {
        freeze.ToTable("cart_freezes");
        freeze.HasKey(f => f.OrderId);
        freeze.Property(f => f.OrderId).ValueGeneratedNever();
        freeze.Property(f => f.State).HasConversion<string>().HasMaxLength(20);
    }
}
