using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ecommerce.DiscountService.Infrastructure.Persistence;

/// <summary>The limits hold in the database: a counter beyond its limit cannot be stored.</summary>
internal sealed class CounterConfiguration : IEntityTypeConfiguration<PromotionCounter>, IEntityTypeConfiguration<CustomerCounter>
{
    public void Configure(EntityTypeBuilder<PromotionCounter> counter)
    {
        counter.ToTable("promotion_counters", table =>
            table.HasCheckConstraint("ck_promotion_counters_limit", "used >= 0 AND used <= allowed + late"));
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
}
