namespace Ecommerce.ProductService.Api.Catalogue;

/// <summary>A product's page. Composed by the database; this is its description.</summary>
internal sealed record ProductResponse(
    Guid Id, string Slug, string Name, string Description, string Brand, string? BrandSlug, IReadOnlyList<string> ImageUrls, IReadOnlyList<ImageResponse> Images,
    IReadOnlyList<Guid> CategoryIds, IReadOnlyList<IReadOnlyList<BreadcrumbResponse>> Breadcrumbs, IReadOnlyList<AttributeValueResponse> Attributes, RatingResponse? Rating,
    IReadOnlyList<VariantResponse> Variants);
