using System.Text.Json;
using System.Text.Json.Serialization;
using Ecommerce.DiscountService.Domain;
using Ecommerce.SharedKernel.Monetary;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ecommerce.DiscountService.Infrastructure.Persistence;

internal sealed class PromotionConfiguration : IEntityTypeConfiguration<Promotion>
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public void Configure(EntityTypeBuilder<Promotion> promotion)
    {
        promotion.ToTable("promotions", table =>
        {
            table.HasCheckConstraint("ck_promotions_action", """
                (action = 'Percentage' AND basis_points BETWEEN 1 AND 10000 AND amount = 0)
                OR (action = 'FixedAmount' AND amount > 0 AND basis_points = 0)
                OR (action IN ('FixedPrice', 'Bundle') AND amount >= 0 AND basis_points = 0)
                OR (action = 'BuyXGetY' AND basis_points BETWEEN 1 AND 10000 AND amount = 0)
                OR (action IN ('FreeShipping', 'Tiered') AND amount = 0 AND basis_points = 0)
                """);
            table.HasCheckConstraint("ck_promotions_details", "(details IS NOT NULL) = (action IN ('BuyXGetY', 'Tiered', 'Bundle'))");
            table.HasCheckConstraint(
                "ck_promotions_currency",
                "currency IS NOT NULL OR (minimum_spend = 0 AND amount = 0 AND maximum_discount IS NULL AND budget IS NULL AND action NOT IN ('FixedPrice', 'Bundle'))");
            table.HasCheckConstraint(
                "ck_promotions_limits",
                "minimum_spend >= 0 AND minimum_quantity >= 0 AND total_limit > 0 AND per_customer_limit > 0 AND budget > 0 AND maximum_discount > 0");
            table.HasCheckConstraint("ck_promotions_coupons", "coupon_code IS NULL OR NOT generated_coupons");
        });
        promotion.HasKey(p => p.Id);
        promotion.Property(p => p.Id).HasConversion(id => id.Value, value => new PromotionId(value)).ValueGeneratedNever();
        promotion.Property(p => p.Version).IsConcurrencyToken();
        promotion.Property(p => p.Name).HasMaxLength(100);
        promotion.Property(p => p.CouponCode).HasMaxLength(40);
        promotion.Property(p => p.Currency)
            .HasConversion(currency => currency!.Value.Code, code => Currency.From(code)).HasMaxLength(3).IsFixedLength();
        promotion.Property(p => p.Action).HasConversion<string>().HasMaxLength(20);
        promotion.Property(p => p.Status).HasConversion<string>().HasMaxLength(20);
        promotion.Property(p => p.ExclusionGroup).HasMaxLength(40);
        promotion.Property(p => p.CustomerGroups);

        // Replaced as a whole, never changed in place.
        promotion.Property(p => p.Details).HasColumnType("jsonb").HasConversion(
            details => JsonSerializer.Serialize(details, Json),
            json => JsonSerializer.Deserialize<ActionDetails>(json, Json),
            new ValueComparer<ActionDetails?>((one, other) => ReferenceEquals(one, other), details => details == null ? 0 : 1, details => details));
        promotion.Ignore(p => p.DomainEvents);
        promotion.Ignore(p => p.IsAutomatic);
        promotion.Ignore(p => p.AsksForFacts);

        // One code may have one promotion per currency, and one for all the others.
        promotion.HasIndex(p => new { p.CouponCode, p.Currency }, "ux_promotions_coupon")
            .IsUnique().AreNullsDistinct(false).HasFilter("status = 'Active' AND coupon_code IS NOT NULL");
    }
}
