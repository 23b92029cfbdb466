using Ecommerce.ProductService.Domain;
using Ecommerce.ProductService.Domain.Reviews;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ecommerce.ProductService.Infrastructure.Reviews;

internal sealed class ReviewConfiguration : IEntityTypeConfiguration<Review>, IEntityTypeConfiguration<ReviewVote>, IEntityTypeConfiguration<DeliveredProduct>
{
    public void Configure(EntityTypeBuilder<Review> review)
    {
        review.ToTable("reviews", table =>
        {
            table.HasCheckConstraint("ck_reviews_rating", "rating BETWEEN 1 AND 5");
            table.HasCheckConstraint("ck_reviews_votes", "helpful >= 0 AND unhelpful >= 0");
        });
        review.HasKey(r => r.Id);
        review.Property(r => r.Id).ValueGeneratedNever();
        review.Property(r => r.Version).IsConcurrencyToken();
        review.Property(r => r.Title).HasMaxLength(120);
        review.Property(r => r.Text).HasMaxLength(5_000);
        review.Property(r => r.Author).HasMaxLength(50);
        review.Property(r => r.Status).HasConversion<string>().HasMaxLength(10);
        review.Property(r => r.RejectionReason).HasMaxLength(500);
        review.Property(r => r.DecidedBy).HasMaxLength(50);
        review.HasOne<Product>().WithMany().HasForeignKey(r => r.ProductId).OnDelete(DeleteBehavior.Cascade);
        review.HasIndex(r => new { r.ProductId, r.CustomerId }, "ux_reviews_customer").IsUnique();
        review.HasIndex(r => new { r.CustomerId, r.Id }, "ix_reviews_customer");
        review.HasIndex(r => new { r.Status, r.Id }, "ix_reviews_status");
        review.HasIndex(r => new { r.ProductId, r.Id }, "ix_reviews_newest").HasFilter("status = 'Approved'");
        review.HasIndex(r => new { r.ProductId, r.Helpful, r.Id }, "ix_reviews_helpful").HasFilter("status = 'Approved'");
        review.HasIndex(r => new { r.ProductId, r.Rating, r.Id }, "ix_reviews_rating").HasFilter("status = 'Approved'");
    }

    public void Configure(EntityTypeBuilder<ReviewVote> vote)
    {
        vote.ToTable("review_votes");
        vote.HasKey(v => new { v.ReviewId, v.CustomerId });
        vote.HasOne<Review>().WithMany().HasForeignKey(v => v.ReviewId).OnDelete(DeleteBehavior.Cascade);
        vote.HasIndex(v => v.CustomerId, "ix_review_votes_customer");
    }

    public void Configure(EntityTypeBuilder<DeliveredProduct> delivered)
    {
        delivered.ToTable("delivered_products");
        delivered.HasKey(d => new { d.CustomerId, d.ProductId });
        delivered.HasOne<Product>().WithMany().HasForeignKey(d => d.ProductId).OnDelete(DeleteBehavior.Cascade);
    }
}
