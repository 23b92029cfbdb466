using Ecommerce.Contracts;
using Ecommerce.ProductService.Application.Catalogue;

namespace Ecommerce.ProductService.Api;

internal sealed record ProductResponse(
    Guid Id, string Slug, string Name, string Description, string Brand, IReadOnlyList<string> ImageUrls, IReadOnlyList<Guid> CategoryIds,
    IReadOnlyList<VariantResponse> Variants)
{
    public static ProductResponse Of(ProductDetail product, string currency) => new(
        product.Id, product.Slug, product.Name, product.Description, product.Brand, product.ImageUrls, product.CategoryIds,
        [.. product.Variants.Select(variant => VariantResponse.Of(variant, currency))]);
}
