using Ecommerce.Messaging.Inbox;
using Ecommerce.Messaging.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Ecommerce.Messaging;

/// <summary>The tables that messaging keeps in a service's own database.</summary>
public static class MessagingModel
{
    /// <summary>Adds outbox, inbox and deferred messages to a service's model; its migrations then make the tables.</summary>
    public static ModelBuilder AddMessaging(this ModelBuilder builder)
    {
        builder.Entity<OutboxMessage>(outbox =>
        {
            outbox.ToTable("outbox_messages");
            outbox.HasKey(message => message.Position);
            outbox.Property(message => message.Position).HasColumnName("position").UseIdentityAlwaysColumn();
            outbox.Property(message => message.Id).HasColumnName("id");
            outbox.Property(message => message.Type).HasColumnName("type").HasMaxLength(100);
            outbox.Property(message => message.Subject).HasColumnName("subject").HasMaxLength(200);
            outbox.Property(message => message.Time).HasColumnName("time");
            outbox.Property(message => message.TraceParent).HasColumnName("trace_parent").HasMaxLength(55);
            outbox.Property(message => message.Data).HasColumnName("data");
            outbox.Property(message => message.Attempts).HasColumnName("attempts");
            outbox.Property(message => message.NextAttemptAt).HasColumnName("next_attempt_at");
            outbox.Property(message => message.ParkedAt).HasColumnName("parked_at");
            outbox.Property(message => message.LastError).HasColumnName("last_error").HasMaxLength(500);
            outbox.HasIndex(message => new { message.Subject, message.Position }, "ix_outbox_messages_refused").HasFilter("attempts > 0");
        });
        builder.Entity<InboxMessage>(inbox =>
        {
            inbox.ToTable("inbox_messages");
            inbox.HasKey(message => new { message.MessageId, message.Consumer });
            inbox.Property(message => message.MessageId).HasColumnName("message_id");
            inbox.Property(message => message.Consumer).HasColumnName("consumer").HasMaxLength(100);
            inbox.Property(message => message.HandledAt).HasColumnName("handled_at");
            inbox.HasIndex(message => message.HandledAt, "ix_inbox_messages_handled_at").HasMethod("brin");
        });
        builder.Entity<DeferredMessage>(deferred =>
        {
            deferred.ToTable("deferred_messages");
            deferred.HasKey(message => message.Position);
            deferred.Property(message => message.Position).HasColumnName("position").UseIdentityAlwaysColumn();
            deferred.Property(message => message.MessageId).HasColumnName("message_id");
            deferred.Property(message => message.Subject).HasColumnName("subject").HasMaxLength(200);
            deferred.Property(message => message.Body).HasColumnName("body");
            deferred.Property(message => message.Attempts).HasColumnName("attempts");
            deferred.Property(message => message.NextAttemptAt).HasColumnName("next_attempt_at");
            deferred.Property(message => message.LastError).HasColumnName("last_error").HasMaxLength(500);
            deferred.HasIndex(message => message.MessageId, "ux_deferred_messages_message_id").IsUnique();
            deferred.HasIndex(message => new { message.Subject, message.Position }, "ix_deferred_messages_subject");
        });
        return builder;
    }
}
