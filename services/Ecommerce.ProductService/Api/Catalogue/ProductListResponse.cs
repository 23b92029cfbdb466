using Ecommerce.Contracts;

namespace Ecommerce.ProductService.Api.Catalogue;

/// <summary>A product in a list. Composed by the database (<c>compose_documents</c>); this is its description.</summary>
internal sealed record ProductListResponse(
    Guid Id, string Slug, string Name, string Brand, string? ImageUrl, MoneyDto PriceFrom, bool InStock, RatingResponse? Rating,
    IReadOnlyList<ListedVariantResponse> Variants);
