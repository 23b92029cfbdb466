using Ecommerce.AuthService.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ecommerce.AuthService.Infrastructure.Persistence;

internal sealed class ActionLinkConfiguration : IEntityTypeConfiguration<ActionLink>
{
    public void Configure(EntityTypeBuilder<ActionLink> link)
    {
        link.ToTable("action_links");
        link.HasKey(l => l.Id);
        link.Property(l => l.Id).ValueGeneratedNever();
        link.Property(l => l.Version).IsConcurrencyToken();
        link.Property(l => l.AccountId).HasConversion(id => id.Value, value => new AccountId(value));
        link.Property(l => l.Purpose).HasConversion<string>().HasMaxLength(30);
        link.Ignore(l => l.DomainEvents);
        link.HasIndex(l => l.AccountId, "ix_action_links_account");
        link.HasIndex(l => l.ExpiresAt, "ix_action_links_expires_at");
        link.HasOne<Account>().WithMany().HasForeignKey(l => l.AccountId);
    }
}
