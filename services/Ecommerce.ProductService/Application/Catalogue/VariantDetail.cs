namespace Ecommerce.ProductService.Application.Catalogue;

internal sealed record VariantDetail(string Sku, string? Name, IReadOnlyDictionary<string, string> Options, long? Price, int WeightGrams, int Available);
