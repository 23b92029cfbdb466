using Ecommerce.ProductService.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ecommerce.ProductService.Infrastructure.Persistence;

internal sealed class CategoryConfiguration : IEntityTypeConfiguration<Category>
{
    public void Configure(EntityTypeBuilder<Category> category)
    {
        category.ToTable("categories", table =>
        {
            table.HasCheckConstraint("ck_categories_path", "path[cardinality(path)] = id AND cardinality(path) <= 20 AND (parent_id IS NULL) = (cardinality(path) = 1)");
            table.HasTrigger("place");
        });
        category.HasKey(c => c.Id);
        category.Property(c => c.Id).ValueGeneratedNever();
        category.Property(c => c.Version).IsConcurrencyToken();
        category.Property(c => c.Slug).HasMaxLength(100);
        category.Property(c => c.Name).HasMaxLength(100);
        category.Ignore(c => c.DomainEvents);

        // By a trigger, from the parent's.
        var path = category.Property(c => c.Path).ValueGeneratedOnAddOrUpdate();
        path.Metadata.SetBeforeSaveBehavior(PropertySaveBehavior.Ignore);
        path.Metadata.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);
        category.HasIndex(c => c.Slug, "ux_categories_slug").IsUnique();
        category.HasOne<Category>().WithMany().HasForeignKey(c => c.ParentId).OnDelete(DeleteBehavior.Restrict);
    }
}
