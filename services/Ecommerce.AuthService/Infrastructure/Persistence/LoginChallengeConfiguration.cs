using Ecommerce.AuthService.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ecommerce.AuthService.Infrastructure.Persistence;

internal sealed class LoginChallengeConfiguration : IEntityTypeConfiguration<LoginChallenge>
{
    public void Configure(EntityTypeBuilder<LoginChallenge> challenge)
    {
        challenge.ToTable("login_challenges");
        challenge.HasKey(c => c.Id);
        challenge.Property(c => c.Id).ValueGeneratedNever();
        challenge.Property(c => c.Version).IsConcurrencyToken();
        challenge.Property(c => c.AccountId).HasConversion(id => id.Value, value => new AccountId(value));
        challenge.Ignore(c => c.DomainEvents);
        challenge.HasIndex(c => c.AccountId, "ix_login_challenges_account");
        challenge.HasIndex(c => c.ExpiresAt, "ix_login_challenges_expires_at");
        challenge.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId);
    }
}
