using Ecommerce.ProductService.Domain;

namespace Ecommerce.ProductService.Api.Catalogue;

/// <summary>A product as staff sees it: of any status, with all currencies and sales.</summary>
internal sealed record StaffProductResponse(
    Guid Id, string Slug, string Name, string Description, Guid? BrandId, ProductStatus Status, IReadOnlyList<Guid> CategoryIds, IReadOnlyList<AttributeEntry> Attributes,
    IReadOnlyList<string> ImageUrls, IReadOnlyList<StaffVariantResponse> Variants, DateTimeOffset CreatedAt, DateTimeOffset? ActivatedAt, int Version)
{
    public static StaffProductResponse Of(Product product) => new(
        product.Id, product.Slug, product.Name, product.Description, product.BrandId, product.Status, product.CategoryIds,
        [.. product.Attributes.Select(value => new AttributeEntry(value.Key, value.Value))], product.ImageUrls,
        [.. product.Variants.OrderBy(variant => variant.Position).ThenBy(variant => variant.Sku, StringComparer.Ordinal).Select(StaffVariantResponse.Of)],
        product.CreatedAt, product.ActivatedAt, product.Version);
}
