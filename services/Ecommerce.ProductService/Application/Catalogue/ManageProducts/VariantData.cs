using Ecommerce.ProductService.Domain.Catalogue;

namespace Ecommerce.ProductService.Application.Catalogue.ManageProducts;

internal sealed record VariantData(
    string Sku, string? Barcode, Dictionary<string, string> Options, int WeightGrams, Dimensions? Dimensions, int? Position, IReadOnlyList<PriceData> Prices);
