using Ecommerce.NotificationService.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ecommerce.NotificationService.Infrastructure.Persistence;

internal sealed class NotificationConfiguration : IEntityTypeConfiguration<Notification>
{
    public void Configure(EntityTypeBuilder<Notification> notification)
    {
        notification.ToTable("notifications", table =>
            table.HasCheckConstraint("ck_notifications_next", "(status = 'Queued') = (next_attempt_at IS NOT NULL)"));
        notification.HasKey(n => n.Id);
        notification.Property(n => n.Id).HasConversion(id => id.Value, value => new NotificationId(value)).ValueGeneratedNever();
        notification.Property(n => n.Channel).HasConversion<string>().HasMaxLength(10);
        notification.Property(n => n.Type).HasConversion<string>().HasMaxLength(40);
        notification.Property(n => n.Recipient).HasMaxLength(254);
        notification.Property(n => n.Locale).HasMaxLength(35);
        notification.Property(n => n.Data).HasColumnType("jsonb");
        notification.Property(n => n.Status).HasConversion<string>().HasMaxLength(10);
        notification.Property(n => n.ProviderReference).HasMaxLength(255);
        notification.Property(n => n.FailureCode).HasMaxLength(100);
        notification.Property(n => n.Delivery).HasConversion<string>().HasMaxLength(12);

        // What makes an event one notification to a person, however often it arrives.
        notification.HasIndex(n => new { n.EventId, n.Channel, n.Recipient }, "ux_notifications_event").IsUnique();
        notification.HasIndex(n => n.NextAttemptAt, "ix_notifications_due").HasFilter("next_attempt_at IS NOT NULL");
        notification.HasIndex(n => new { n.UserId, n.Id }, "ix_notifications_user").IsDescending(false, true);
    }
}
