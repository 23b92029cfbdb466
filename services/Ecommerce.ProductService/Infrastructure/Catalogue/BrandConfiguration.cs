using Ecommerce.ProductService.Domain.Catalogue;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ecommerce.ProductService.Infrastructure.Catalogue;

internal sealed class BrandConfiguration : IEntityTypeConfiguration<Brand>
{
    public void Configure(EntityTypeBuilder<Brand> brand)
    {
        brand.ToTable("brands");
        brand.HasKey(b => b.Id);
        brand.Property(b => b.Id).ValueGeneratedNever();
        brand.Property(b => b.Version).IsConcurrencyToken();
        brand.Property(b => b.Slug).HasMaxLength(100);
        brand.Property(b => b.Name).HasMaxLength(100);
        brand.Ignore(b => b.DomainEvents);
        brand.HasIndex(b => b.Slug, "ux_brands_slug").IsUnique();
        brand.HasIndex(b => b.Name, "ux_brands_name").IsUnique();
    }
}
