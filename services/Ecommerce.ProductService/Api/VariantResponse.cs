using Ecommerce.Contracts;
using Ecommerce.ProductService.Application.Catalogue;

namespace Ecommerce.ProductService.Api;

/// <param name="Sku">What goes into a cart.</param>
/// <param name="Name">The options joined, or null.</param>
/// <param name="Options">By name.</param>
/// <param name="Price">Null where it is not sold in the currency.</param>
/// <param name="WeightGrams">Of one unit.</param>
/// <param name="Available">Units that can be bought now.</param>
internal sealed record VariantResponse(string Sku, string? Name, IReadOnlyDictionary<string, string> Options, MoneyDto? Price, int WeightGrams, int Available)
{
    public static VariantResponse Of(VariantDetail variant, string currency) => new(
        variant.Sku, variant.Name, variant.Options, variant.Price is { } price ? new MoneyDto(price, currency) : null, variant.WeightGrams, variant.Available);
}
