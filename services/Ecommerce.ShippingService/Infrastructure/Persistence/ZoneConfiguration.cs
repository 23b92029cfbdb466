using Ecommerce.ShippingService.Domain.Rates;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ecommerce.ShippingService.Infrastructure.Persistence;

internal sealed class ZoneConfiguration : IEntityTypeConfiguration<ShippingZone>
{
    public void Configure(EntityTypeBuilder<ShippingZone> zone)
    {
        zone.ToTable("shipping_zones");
        zone.HasKey(z => z.Code);
        zone.Property(z => z.Code).HasMaxLength(64);
        zone.Property(z => z.Name).HasMaxLength(200);
        zone.Property(z => z.Countries).IsJson();
        zone.Property(z => z.Regions).IsJson();
        zone.Property(z => z.PostalPrefixes).IsJson();
        zone.Property(z => z.Methods).IsJson();
    }
}
