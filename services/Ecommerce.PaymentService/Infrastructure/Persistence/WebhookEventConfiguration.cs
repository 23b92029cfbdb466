using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ecommerce.PaymentService.Infrastructure.Persistence;

internal sealed class WebhookEventConfiguration : IEntityTypeConfiguration<WebhookEvent>
{
    public void Configure(EntityTypeBuilder<WebhookEvent> notice)
    {
        notice.ToTable("webhook_events");
        notice.HasKey(e => new { e.Provider, e.EventId });
        notice.Property(e => e.Provider).HasMaxLength(20);
        notice.Property(e => e.EventId).HasMaxLength(255);
        notice.Property(e => e.Type).HasMaxLength(100);
        notice.HasIndex(e => e.ReceivedAt, "ix_webhook_events_received_at").HasMethod("brin");
    }
}
