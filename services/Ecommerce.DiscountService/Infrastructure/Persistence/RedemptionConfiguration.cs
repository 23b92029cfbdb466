using Ecommerce.DiscountService.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ecommerce.DiscountService.Infrastructure.Persistence;

internal sealed class RedemptionConfiguration : IEntityTypeConfiguration<OrderRedemption>, IEntityTypeConfiguration<Redemption>
{
    public void Configure(EntityTypeBuilder<OrderRedemption> order)
    {
        order.ToTable("order_redemptions");
        order.HasKey(o => o.OrderId);
        order.Property(o => o.OrderId).ValueGeneratedNever();
        order.Property(o => o.Status).HasConversion<string>().HasMaxLength(20);
        order.HasIndex(o => o.ExpiresAt, "ix_order_redemptions_expires_at").HasFilter("status = 'Reserved'");
        order.HasMany(o => o.Redemptions).WithOne().HasForeignKey(redemption => redemption.OrderId);
    }

    public void Configure(EntityTypeBuilder<Redemption> redemption)
    {
        redemption.ToTable("redemptions", table => table.HasCheckConstraint("ck_redemptions_amount", "amount > 0"));
        redemption.HasKey(r => new { r.OrderId, r.PromotionId });
        redemption.Property(r => r.CouponCode).HasMaxLength(40);

        // Ids of orders are version 7: their order is the order of time.
        redemption.HasIndex(r => new { r.PromotionId, r.OrderId }, "ix_redemptions_promotion");
        redemption.HasIndex(r => new { r.CouponCode, r.OrderId }, "ix_redemptions_coupon").HasFilter("coupon_code IS NOT NULL");
    }
}
