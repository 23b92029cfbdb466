using Ecommerce.AuthService.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ecommerce.AuthService.Infrastructure.Persistence;

internal sealed class ExternalFlowConfiguration : IEntityTypeConfiguration<ExternalFlow>
{
    public void Configure(EntityTypeBuilder<ExternalFlow> flow)
    {
        flow.ToTable("external_flows");
        flow.HasKey(f => f.Id);
        flow.Property(f => f.Id).ValueGeneratedNever();
        flow.Property(f => f.Version).IsConcurrencyToken();
        flow.Property(f => f.Provider).HasMaxLength(50);
        flow.Ignore(f => f.DomainEvents);
        flow.HasIndex(f => f.ExpiresAt, "ix_external_flows_expires_at");
    }
}
