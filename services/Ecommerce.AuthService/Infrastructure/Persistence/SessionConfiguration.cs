using Ecommerce.AuthService.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ecommerce.AuthService.Infrastructure.Persistence;

internal sealed class SessionConfiguration : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> session)
    {
        session.ToTable("sessions");
        session.HasKey(s => s.Id);
        session.Property(s => s.Id).ValueGeneratedNever();
        session.Property(s => s.Version).IsConcurrencyToken();
        session.Property(s => s.AccountId).HasConversion(id => id.Value, value => new AccountId(value));
        session.Property(s => s.Device).HasMaxLength(200);
        session.Ignore(s => s.DomainEvents);
        session.HasIndex(s => s.AccountId, "ix_sessions_account");
        session.HasIndex(s => s.DeviceId, "ix_sessions_device");
        session.HasIndex(s => s.ExpiresAt, "ix_sessions_expires_at");
        session.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId);
    }
}
