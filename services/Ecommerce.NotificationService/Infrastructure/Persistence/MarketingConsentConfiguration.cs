using Ecommerce.NotificationService.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ecommerce.NotificationService.Infrastructure.Persistence;

internal sealed class MarketingConsentConfiguration : IEntityTypeConfiguration<MarketingConsent>
{
    public void Configure(EntityTypeBuilder<MarketingConsent> consent)
    {
        consent.ToTable("marketing_consents");
        consent.HasKey(c => c.Id);
        consent.Property(c => c.Id).ValueGeneratedNever();
        consent.Property(c => c.Address).HasMaxLength(254);
        consent.Property(c => c.Locale).HasMaxLength(35);
    }
}
