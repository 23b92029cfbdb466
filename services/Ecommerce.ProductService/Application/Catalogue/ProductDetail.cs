namespace Ecommerce.ProductService.Application.Catalogue;

internal sealed record ProductDetail(
    Guid Id, string Slug, string Name, string Description, string Brand, IReadOnlyList<string> ImageUrls, IReadOnlyList<Guid> CategoryIds,
    IReadOnlyList<VariantDetail> Variants, int Version);
