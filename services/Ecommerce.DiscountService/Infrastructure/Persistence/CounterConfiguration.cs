using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ecommerce.DiscountService.Infrastructure.Persistence;

/// <summary>The limits hold in the database: a counter beyond its limit cannot be stored.</summary>
internal sealed class CounterConfiguration
    : IEntityTypeConfiguration<PromotionCounter>, IEntityTypeConfiguration<CustomerCounter>, IEntityTypeConfiguration<Coupon>,
        IEntityTypeConfiguration<CouponBatchRow>
{
    public void Configure(EntityTypeBuilder<PromotionCounter> counter)
    {
        counter.ToTable("promotion_counters", table =>
        {
            table.HasCheckConstraint("ck_promotion_counters_limit", "used >= 0 AND used <= allowed + late");
            table.HasCheckConstraint("ck_promotion_counters_budget", "spent >= 0 AND spent <= budget + late_spent");
        });
        counter.HasKey(c => c.PromotionId);
        counter.Property(c => c.PromotionId).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<CustomerCounter> counter)
    {
        counter.ToTable("customer_counters", table =>
            table.HasCheckConstraint("ck_customer_counters_limit", "used >= 0 AND used <= allowed + late"));
        counter.HasKey(c => new { c.PromotionId, c.CustomerKey });
        counter.Property(c => c.CustomerKey).HasMaxLength(80);
    }

    public void Configure(EntityTypeBuilder<Coupon> coupon)
    {
        coupon.ToTable("coupons", table => table.HasCheckConstraint("ck_coupons_limit", "used >= 0 AND used <= allowed + late"));
        coupon.HasKey(c => c.Code);
        coupon.Property(c => c.Code).HasMaxLength(40).UseCollation("C");
        coupon.HasIndex(c => new { c.PromotionId, c.Code }, "ix_coupons_promotion");
        coupon.HasOne<CouponBatchRow>().WithMany().HasForeignKey(c => c.BatchId);
    }

    public void Configure(EntityTypeBuilder<CouponBatchRow> batch)
    {
        batch.ToTable("coupon_batches");
        batch.HasKey(b => b.Id);
        batch.Property(b => b.Id).ValueGeneratedNever();
    }
}
