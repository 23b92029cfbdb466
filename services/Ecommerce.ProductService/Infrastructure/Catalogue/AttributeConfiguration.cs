using Ecommerce.ProductService.Domain.Catalogue;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ecommerce.ProductService.Infrastructure.Catalogue;

internal sealed class AttributeConfiguration : IEntityTypeConfiguration<AttributeDefinition>
{
    public void Configure(EntityTypeBuilder<AttributeDefinition> attribute)
    {
        attribute.ToTable("attributes");
        attribute.HasKey(a => a.Id);
        attribute.Property(a => a.Id).ValueGeneratedNever();
        attribute.Property(a => a.Version).IsConcurrencyToken();
        attribute.Property(a => a.Code).HasMaxLength(40);
        attribute.Property(a => a.Name).HasMaxLength(100);
        attribute.Property(a => a.Unit).HasMaxLength(20);
        attribute.Property(a => a.Type).HasConversion<string>().HasMaxLength(10);
        attribute.Ignore(a => a.DomainEvents);
        attribute.HasIndex(a => a.Code, "ux_attributes_code").IsUnique();
    }
}
