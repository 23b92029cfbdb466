using Ecommerce.Contracts;

namespace Ecommerce.ProductService.Api.Catalogue;

/// <param name="Sku">What goes into a cart.</param>
/// <param name="Barcode">EAN, UPC or whatever is printed on it, or null.</param>
/// <param name="Name">The options joined, or null.</param>
/// <param name="Options">By name.</param>
/// <param name="Price">Now; null where it is not sold in the currency.</param>
/// <param name="CompareAt">The higher price that it is shown against, or null.</param>
/// <param name="SaleEndsAt">Until when the price is a sale's, or null.</param>
/// <param name="WeightGrams">Of one unit.</param>
/// <param name="Dimensions">Of one unit, or null.</param>
/// <param name="Available">Units that can be bought now.</param>
internal sealed record VariantResponse(
    string Sku, string? Barcode, string? Name, IReadOnlyDictionary<string, string> Options, MoneyDto? Price, MoneyDto? CompareAt, DateTimeOffset? SaleEndsAt, int WeightGrams,
    DimensionsDto? Dimensions, int Available);
