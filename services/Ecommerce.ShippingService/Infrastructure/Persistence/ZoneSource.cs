using Ecommerce.ShippingService.Application.Rates;
using Ecommerce.ShippingService.Domain.Rates;
using Microsoft.EntityFrameworkCore;

namespace Ecommerce.ShippingService.Infrastructure.Persistence;

internal sealed class ZoneSource(ShippingDbContext context) : IZoneSource
{
    public async Task<IReadOnlyList<ShippingZone>> ReadAsync(CancellationToken cancellationToken) =>
        await context.Zones.AsNoTracking().ToListAsync(cancellationToken);
}
