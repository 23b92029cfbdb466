namespace Ecommerce.ProductService.Api.Catalogue;

/// <param name="Sku">The article's number; in its path where it is put by itself.</param>
/// <param name="Barcode">What is printed on it, or null.</param>
/// <param name="Options">By name.</param>
/// <param name="WeightGrams">Of one unit.</param>
/// <param name="Dimensions">Of one unit, or null.</param>
/// <param name="Position">Among the variants; last where it is not given.</param>
/// <param name="Prices">By currency; those of other currencies stay.</param>
internal sealed record VariantRequest(
    string? Sku, string? Barcode, Dictionary<string, string>? Options, int? WeightGrams, DimensionsDto? Dimensions, int? Position, Dictionary<string, PriceRequest>? Prices);
