using Ecommerce.ShippingService.Domain.Rates;

namespace Ecommerce.ShippingService.Application.Rates;

/// <summary>Where the zones are kept.</summary>
internal interface IZoneSource
{
    Task<IReadOnlyList<ShippingZone>> ReadAsync(CancellationToken cancellationToken);
}
