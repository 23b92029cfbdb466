namespace Ecommerce.ShippingService.Domain.Rates;

/// <summary>One way to ship a parcel, with its price in minor units.</summary>
internal sealed record ShippingOption(ShippingMethod Method, long Price);
