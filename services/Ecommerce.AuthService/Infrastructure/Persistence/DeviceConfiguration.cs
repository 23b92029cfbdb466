using Ecommerce.AuthService.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ecommerce.AuthService.Infrastructure.Persistence;

internal sealed class DeviceConfiguration : IEntityTypeConfiguration<Device>
{
    public void Configure(EntityTypeBuilder<Device> device)
    {
        device.ToTable("devices");
        device.HasKey(d => d.Id);
        device.Property(d => d.Id).ValueGeneratedNever();
        device.Property(d => d.Version).IsConcurrencyToken();
        device.Property(d => d.AccountId).HasConversion(id => id.Value, value => new AccountId(value));
        device.Property(d => d.Name).HasMaxLength(100);
        device.Property(d => d.UserAgent).HasMaxLength(200);
        device.Ignore(d => d.DomainEvents);
        device.HasIndex(d => d.AccountId, "ix_devices_account");
        device.HasIndex(d => d.LastSeenAt, "ix_devices_last_seen_at");
        device.HasOne<Account>().WithMany().HasForeignKey(d => d.AccountId);
    }
}
