using Ecommerce.DiscountService.Domain;
using Ecommerce.SharedKernel.Monetary;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ecommerce.DiscountService.Infrastructure.Persistence;

internal sealed class PromotionConfiguration : IEntityTypeConfiguration<Promotion>
{
    public void Configure(EntityTypeBuilder<Promotion> promotion)
    {
        promotion.ToTable("promotions", table =>
        {
            table.HasCheckConstraint("ck_promotions_action", """
                (action = 'Percentage' AND basis_points BETWEEN 1 AND 10000 AND amount = 0)
                OR (action = 'FixedAmount' AND amount > 0 AND basis_points = 0)
                OR (action = 'FreeShipping' AND amount = 0 AND basis_points = 0)
                """);
            table.HasCheckConstraint("ck_promotions_currency", "currency IS NOT NULL OR (minimum_spend = 0 AND amount = 0)");
            table.HasCheckConstraint("ck_promotions_limits", "minimum_spend >= 0 AND total_limit > 0 AND per_customer_limit > 0");
        });
        promotion.HasKey(p => p.Id);
        promotion.Property(p => p.Id).HasConversion(id => id.Value, value => new PromotionId(value)).ValueGeneratedNever();
        promotion.Property(p => p.Version).IsConcurrencyToken();
        promotion.Property(p => p.Name).HasMaxLength(100);
        promotion.Property(p => p.CouponCode).HasMaxLength(40);
        promotion.Property(p => p.Currency)
            .HasConversion(currency => currency!.Value.Code, code => Currency.From(code)).HasMaxLength(3).IsFixedLength();
        promotion.Property(p => p.Action).HasConversion<string>().HasMaxLength(20);
        promotion.Ignore(p => p.DomainEvents);
        promotion.Ignore(p => p.IsLimited);

        // One code may have one promotion per currency, and one for all the others.
        promotion.HasIndex(p => new { p.CouponCode, p.Currency }, "ux_promotions_coupon")
            .IsUnique().AreNullsDistinct(false).HasFilter("is_active AND coupon_code IS NOT NULL");
    }
}
