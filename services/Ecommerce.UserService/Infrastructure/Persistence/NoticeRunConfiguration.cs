using Ecommerce.UserService.Domain.Wishlists;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ecommerce.UserService.Infrastructure.Persistence;

internal sealed class NoticeRunConfiguration : IEntityTypeConfiguration<NoticeRun>, IEntityTypeConfiguration<WishlistNoticed>
{
    public void Configure(EntityTypeBuilder<NoticeRun> run)
    {
        run.ToTable("notice_runs", table => table.HasCheckConstraint("ck_notice_runs_price", "kind <> 'PriceDrop' OR (currency IS NOT NULL AND new_price < old_price)"));
        run.HasKey(r => r.Id);
        run.Property(r => r.Id).ValueGeneratedNever();
        run.Property(r => r.Kind).HasConversion<string>().HasMaxLength(12);
        run.Property(r => r.Sku).HasMaxLength(64);
        run.Property(r => r.Currency).HasMaxLength(3).IsFixedLength();

        // What makes an occasion one run, under whichever message id it comes.
        run.HasIndex(r => new { r.Sku, r.Kind, r.HappenedAt, r.Currency }, "ux_notice_runs_occasion").IsUnique().AreNullsDistinct(false);
        run.HasIndex(r => r.HappenedAt, "ix_notice_runs_open").HasFilter("done_at IS NULL");
    }

    public void Configure(EntityTypeBuilder<WishlistNoticed> noticed)
    {
        noticed.ToTable("wishlist_notices");
        noticed.HasKey(n => new { n.RunId, n.CustomerId });
        noticed.HasOne<NoticeRun>().WithMany().HasForeignKey(n => n.RunId);
    }
}
