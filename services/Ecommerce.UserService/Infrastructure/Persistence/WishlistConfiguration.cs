using Ecommerce.UserService.Domain.Wishlists;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ecommerce.UserService.Infrastructure.Persistence;

internal sealed class WishlistConfiguration : IEntityTypeConfiguration<Wishlist>, IEntityTypeConfiguration<WishlistItem>
{
    public void Configure(EntityTypeBuilder<Wishlist> wishlist)
    {
        wishlist.ToTable("wishlists", table => table.HasCheckConstraint("ck_wishlists_shared", "(share_hash IS NULL) = (shared_at IS NULL)"));
        wishlist.HasKey(w => w.Id);
        wishlist.Property(w => w.Id).ValueGeneratedNever();
        wishlist.Property(w => w.Version).IsConcurrencyToken();
        wishlist.Property(w => w.Name).HasMaxLength(100);
        wishlist.Ignore(w => w.DomainEvents);
        wishlist.HasIndex(w => new { w.CustomerId, w.Name }, "ux_wishlists_name").IsUnique();
        wishlist.HasIndex(w => w.CustomerId, "ux_wishlists_default").IsUnique().HasFilter("is_default");
        wishlist.HasIndex(w => w.ShareHash, "ux_wishlists_share").IsUnique();
    }

    public void Configure(EntityTypeBuilder<WishlistItem> item)
    {
        item.ToTable("wishlist_items");
        item.HasKey(i => i.Id);
        item.Property(i => i.Id).ValueGeneratedNever();
        item.Property(i => i.Sku).HasMaxLength(64);
        item.Property(i => i.Name).HasMaxLength(300);
        item.Property(i => i.VariantName).HasMaxLength(300);
        item.Property(i => i.ImageUrl).HasMaxLength(2000);
        item.Property(i => i.Currency).HasMaxLength(3).IsFixedLength();
        item.HasIndex(i => new { i.WishlistId, i.Sku }, "ux_wishlist_items_sku").IsUnique();
        item.HasIndex(i => new { i.WishlistId, i.Id }, "ix_wishlist_items_list").IsDescending(false, true);

        // Who wishes for an article, in batches.
        item.HasIndex(i => new { i.Sku, i.Id }, "ix_wishlist_items_wished");
        item.HasOne<Wishlist>().WithMany().HasForeignKey(i => i.WishlistId);
    }
}
