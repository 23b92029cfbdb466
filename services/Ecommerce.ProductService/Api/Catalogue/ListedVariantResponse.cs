using Ecommerce.Contracts;

namespace Ecommerce.ProductService.Api.Catalogue;

internal sealed record ListedVariantResponse(
    string Sku, string? Name, IReadOnlyDictionary<string, string> Options, MoneyDto Price, MoneyDto? CompareAt, bool InStock);
