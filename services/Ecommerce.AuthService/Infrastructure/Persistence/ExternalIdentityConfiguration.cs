using Ecommerce.AuthService.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ecommerce.AuthService.Infrastructure.Persistence;

internal sealed class ExternalIdentityConfiguration : IEntityTypeConfiguration<ExternalIdentity>
{
    public void Configure(EntityTypeBuilder<ExternalIdentity> identity)
    {
        identity.ToTable("external_identities");
        identity.HasKey(i => i.Id);
        identity.Property(i => i.Id).ValueGeneratedNever();
        identity.Property(i => i.AccountId).HasConversion(id => id.Value, value => new AccountId(value));
        identity.Property(i => i.Provider).HasMaxLength(50);
        identity.Property(i => i.Issuer).HasMaxLength(300);
        identity.Property(i => i.Subject).HasMaxLength(300);
        identity.HasIndex(i => new { i.Issuer, i.Subject }, "ux_external_identities_person").IsUnique();
        identity.HasIndex(i => new { i.AccountId, i.Provider }, "ux_external_identities_account").IsUnique();
        identity.HasOne<Account>().WithMany().HasForeignKey(i => i.AccountId);
    }
}
