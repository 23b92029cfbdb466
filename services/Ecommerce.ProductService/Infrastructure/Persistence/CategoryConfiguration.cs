using Ecommerce.ProductService.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ecommerce.ProductService.Infrastructure.Persistence;

internal sealed class CategoryConfiguration : IEntityTypeConfiguration<Category>
{
    public void Configure(EntityTypeBuilder<Category> category)
    {
        category.ToTable("categories");
        category.HasKey(c => c.Id);
        category.Property(c => c.Id).ValueGeneratedNever();
        category.Property(c => c.Slug).HasMaxLength(100);
        category.Property(c => c.Name).HasMaxLength(100);
        category.HasIndex(c => c.Slug, "ux_categories_slug").IsUnique();
        category.HasOne<Category>().WithMany().HasForeignKey(c => c.ParentId);
    }
}
