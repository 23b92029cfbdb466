using Ecommerce.UserService.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ecommerce.UserService.Infrastructure.Persistence;

internal sealed class ActivityConfiguration : IEntityTypeConfiguration<Activity>
{
    public void Configure(EntityTypeBuilder<Activity> activity)
    {
        activity.ToTable("activities");
        activity.HasKey(a => a.Id);
        activity.Property(a => a.Id).ValueGeneratedNever();
        activity.Property(a => a.What).HasMaxLength(100);
        activity.Property(a => a.Reference).HasMaxLength(100);
        activity.HasIndex(a => new { a.CustomerId, a.At, a.Id }, "ix_activities_customer").IsDescending(false, true, true);

        // They come nearly in the order of time, so that a summary of each stretch of the table is enough.
        activity.HasIndex(a => a.At, "ix_activities_at").HasMethod("brin");
    }
}
