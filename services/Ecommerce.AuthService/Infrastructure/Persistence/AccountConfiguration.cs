using Ecommerce.AuthService.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ecommerce.AuthService.Infrastructure.Persistence;

internal sealed class AccountConfiguration : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> account)
    {
        account.ToTable("accounts");
        account.HasKey(a => a.Id);
        account.Property(a => a.Id).HasConversion(id => id.Value, value => new AccountId(value)).ValueGeneratedNever();
        account.Property(a => a.Version).IsConcurrencyToken();
        account.Property(a => a.Email).HasMaxLength(254);
        account.Property(a => a.NormalizedEmail).HasMaxLength(254);
        account.Property(a => a.Name).HasMaxLength(100);
        account.Property(a => a.Locale).HasMaxLength(35);
        account.Property(a => a.PasswordHash).HasMaxLength(500);
        account.Property(a => a.TotpSecret).HasMaxLength(200);
        account.Property(a => a.PendingTotpSecret).HasMaxLength(200);
        account.Ignore(a => a.HasMfa);
        account.ToTable(table => table.HasCheckConstraint("ck_accounts_mfa", "(mfa_enabled_at IS NULL) = (totp_secret IS NULL)"));
        account.Ignore(a => a.DomainEvents);
        account.HasIndex(a => a.NormalizedEmail, "ux_accounts_email").IsUnique();
    }
}
