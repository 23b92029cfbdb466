using Ecommerce.ProductService.Application.Search;

namespace Ecommerce.ProductService.Api.Catalogue;

/// <param name="Items">The page.</param>
/// <param name="NextCursor">For the next page; null on the last one.</param>
/// <param name="Total">Where facets were asked for: how many there are on all pages.</param>
/// <param name="Facets">Where asked for.</param>
internal sealed record ProductPageResponse(IReadOnlyList<ProductListResponse> Items, string? NextCursor, int? Total, SearchFacets? Facets);
