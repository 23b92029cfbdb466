using System.Text.Json;
using Ecommerce.ProductService.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ecommerce.ProductService.Infrastructure.Persistence;

internal sealed class ProductConfiguration : IEntityTypeConfiguration<Product>
{
    public void Configure(EntityTypeBuilder<Product> product)
    {
        product.ToTable("products");
        product.HasKey(p => p.Id);
        product.Property(p => p.Id).ValueGeneratedNever();
        product.Property(p => p.Version).IsConcurrencyToken();
        product.Property(p => p.Slug).HasMaxLength(200);
        product.Property(p => p.Name).HasMaxLength(300);
        product.Property(p => p.Description).HasMaxLength(10_000);
        product.Property(p => p.Brand).HasMaxLength(100);
        product.Property(p => p.Status).HasConversion<string>().HasMaxLength(10);
        product.Ignore(p => p.DomainEvents);
        product.HasIndex(p => p.Slug, "ux_products_slug").IsUnique();
        product.HasIndex(p => p.CategoryIds, "ix_products_categories").HasMethod("gin");
        product.HasIndex(p => p.Name, "ix_products_name_trigrams").HasMethod("gin").HasOperators("gin_trgm_ops");

        // Words of name, brand and description; the name weighs most.
        product.Property<NpgsqlTypes.NpgsqlTsVector>("SearchWords").HasComputedColumnSql(
            "setweight(to_tsvector('english', name), 'A') || setweight(to_tsvector('english', brand), 'B') || setweight(to_tsvector('english', description), 'C')",
            stored: true);
        product.HasIndex("SearchWords").HasDatabaseName("ix_products_search_words").HasMethod("gin");
        product.OwnsMany(p => p.Variants, ConfigureVariant);
    }

    private static void ConfigureVariant(OwnedNavigationBuilder<Product, Variant> variant)
    {
        variant.ToTable("variants");
        variant.WithOwner().HasForeignKey("ProductId");
        variant.HasKey(v => v.Sku);
        variant.Property(v => v.Sku).HasMaxLength(64).ValueGeneratedNever();
        variant.Property(v => v.Name).HasMaxLength(300);
        variant.Property(v => v.Options).HasColumnType("jsonb").HasConversion(
            options => JsonSerializer.Serialize(options, JsonSerializerOptions.Default),
            json => JsonSerializer.Deserialize<Dictionary<string, string>>(json, JsonSerializerOptions.Default)!,
            new ValueComparer<Dictionary<string, string>>((left, right) => ReferenceEquals(left, right), value => value.GetHashCode(), value => value));
        variant.HasIndex("ProductId").HasDatabaseName("ix_variants_product");
        variant.OwnsMany(v => v.Prices, price =>
        {
            price.ToTable("variant_prices", table => table.HasCheckConstraint("ck_variant_prices_amount", "amount >= 0"));
            price.WithOwner().HasForeignKey("Sku");
            price.HasKey("Sku", nameof(VariantPrice.Currency));
            price.Property(p => p.Currency).HasMaxLength(3).IsFixedLength();
        });
    }
}
