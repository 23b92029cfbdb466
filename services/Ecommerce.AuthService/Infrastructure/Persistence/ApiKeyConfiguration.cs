using Ecommerce.AuthService.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ecommerce.AuthService.Infrastructure.Persistence;

internal sealed class ApiKeyConfiguration : IEntityTypeConfiguration<ApiKey>
{
    public void Configure(EntityTypeBuilder<ApiKey> key)
    {
        key.ToTable("api_keys");
        key.HasKey(k => k.Id);
        key.Property(k => k.Id).ValueGeneratedNever();
        key.Property(k => k.Version).IsConcurrencyToken();
        key.Property(k => k.AccountId).HasConversion(id => id.Value, value => new AccountId(value));
        key.Property(k => k.Name).HasMaxLength(100);
        key.Property(k => k.Prefix).HasMaxLength(20);
        key.Ignore(k => k.DomainEvents);
        key.HasIndex(k => k.AccountId, "ix_api_keys_account");
        key.HasOne<Account>().WithMany().HasForeignKey(k => k.AccountId);
    }
}
