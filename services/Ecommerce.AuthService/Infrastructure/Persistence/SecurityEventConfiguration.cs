using Ecommerce.AuthService.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ecommerce.AuthService.Infrastructure.Persistence;

internal sealed class SecurityEventConfiguration : IEntityTypeConfiguration<SecurityEvent>
{
    public void Configure(EntityTypeBuilder<SecurityEvent> line)
    {
        line.ToTable("security_events");
        line.HasKey(l => l.Id);
        line.Property(l => l.Id).ValueGeneratedNever();
        line.Property(l => l.AccountId).HasConversion(id => id!.Value.Value, value => new AccountId(value));
        line.Property(l => l.Type).HasConversion<string>().HasMaxLength(40);
        line.Property(l => l.Actor).HasMaxLength(120);
        line.Property(l => l.Device).HasMaxLength(200);
        line.Property(l => l.Address).HasMaxLength(45);
        line.Property(l => l.Detail).HasMaxLength(200);

        // No foreign key: the log outlives what it tells of.
        line.HasIndex(l => new { l.AccountId, l.Id }, "ix_security_events_account");
        line.HasIndex(l => new { l.Type, l.Id }, "ix_security_events_type");
        line.HasIndex(l => l.Actor, "ix_security_events_actor");

        // Lines come in the order of time, so that a summary of each stretch of the table is enough.
        line.HasIndex(l => l.At, "ix_security_events_at").HasMethod("brin");
    }
}
