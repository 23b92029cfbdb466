using System.Text.Json;
using Ecommerce.ProductService.Domain;
using Ecommerce.ProductService.Domain.Catalogue;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ecommerce.ProductService.Infrastructure.Persistence;

internal sealed class ProductConfiguration : IEntityTypeConfiguration<Product>
{
    public void Configure(EntityTypeBuilder<Product> product)
    {
        product.ToTable("products", table => table.HasTrigger("note_new"));
        product.HasKey(p => p.Id);
        product.Property(p => p.Id).ValueGeneratedNever();
        product.Property(p => p.Version).IsConcurrencyToken();
        product.Property(p => p.Slug).HasMaxLength(200);
        product.Property(p => p.Name).HasMaxLength(300);
        product.Property(p => p.Description).HasMaxLength(10_000);
        product.Property(p => p.Status).HasConversion<string>().HasMaxLength(10);
        AsJson(product.Property(p => p.Attributes)).HasDefaultValueSql("'{}'");
        product.Ignore(p => p.DomainEvents);
        product.HasOne<Brand>().WithMany().HasForeignKey(p => p.BrandId).OnDelete(DeleteBehavior.Restrict);
        product.HasIndex(p => p.BrandId, "ix_products_brand");
        product.OwnsMany(p => p.Variants, ConfigureVariant);
    }

    private static void ConfigureVariant(OwnedNavigationBuilder<Product, Variant> variant)
    {
        variant.ToTable("variants", table => table.HasCheckConstraint("ck_variants_weight", "weight_grams >= 0"));
        variant.WithOwner().HasForeignKey("ProductId");
        variant.HasKey(v => v.Sku);
        variant.Property(v => v.Sku).HasMaxLength(64).ValueGeneratedNever();
        variant.Property(v => v.Barcode).HasMaxLength(64);
        variant.Property(v => v.Name).HasMaxLength(300);
        AsJson(variant.Property(v => v.Options));
        variant.HasIndex("ProductId").HasDatabaseName("ix_variants_product");
        variant.HasIndex(v => v.Barcode, "ux_variants_barcode").IsUnique().HasFilter("barcode IS NOT NULL");
        variant.OwnsMany(v => v.Prices, price =>
        {
            price.ToTable("variant_prices", table => table.HasCheckConstraint("ck_variant_prices_amount", "amount >= 0 AND compare_at > amount"));
            price.WithOwner().HasForeignKey("Sku");
            price.HasKey("Sku", nameof(VariantPrice.Currency));
            price.Property(p => p.Currency).HasMaxLength(3).IsFixedLength();
        });
        variant.OwnsMany(v => v.Sales, sale =>
        {
            sale.ToTable("scheduled_prices", table => table.HasCheckConstraint("ck_scheduled_prices", "amount >= 0 AND ends_at > starts_at"));
            sale.WithOwner().HasForeignKey("Sku");
            sale.HasKey(s => s.Id);
            sale.Property(s => s.Id).ValueGeneratedNever();
            sale.Property(s => s.Currency).HasMaxLength(3).IsFixedLength();
            sale.HasIndex("Sku", nameof(ScheduledPrice.Currency)).HasDatabaseName("ix_scheduled_prices_sku");
            sale.HasIndex(s => s.StartsAt, "ix_scheduled_prices_begin").HasFilter("begun_at IS NULL");
        });
    }

    // Replaced as a whole, never changed in place.
    private static PropertyBuilder<Dictionary<string, string>> AsJson(PropertyBuilder<Dictionary<string, string>> property) => property.HasColumnType("jsonb").HasConversion(
        value => JsonSerializer.Serialize(value, JsonSerializerOptions.Default),
        json => JsonSerializer.Deserialize<Dictionary<string, string>>(json, JsonSerializerOptions.Default)!,
        new ValueComparer<Dictionary<string, string>>((left, right) => ReferenceEquals(left, right), value => value.GetHashCode(), value => value));
}
