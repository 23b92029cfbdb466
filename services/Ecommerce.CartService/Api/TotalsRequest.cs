using Ecommerce.Contracts;

namespace Ecommerce.CartService.Api;

/// <summary>Asks for the exact totals.</summary>
/// <param name="ShippingAddress">Where the goods go.</param>
/// <param name="ShippingMethod">The code of one of the shipping options.</param>
/// <param name="Email">As it will be given with the order; the account's where none is given.</param>
internal sealed record TotalsRequest(AddressDto ShippingAddress, string ShippingMethod, string? Email = null);
