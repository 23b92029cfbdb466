using Ecommerce.SharedKernel.Monetary;

namespace Ecommerce.ShippingService.Api;

/// <summary>Asks how a parcel can be shipped.</summary>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Subtotal">Goods after discounts, minor units.</param>
/// <param name="WeightGrams">All goods.</param>
/// <param name="Region">The part after the hyphen of ISO 3166-2, or null.</param>
/// <param name="PostalCode">Or null.</param>
internal sealed record ShippingOptionsRequest(
    string Country, string Currency, long Subtotal, int WeightGrams, string? Region = null, string? PostalCode = null);
