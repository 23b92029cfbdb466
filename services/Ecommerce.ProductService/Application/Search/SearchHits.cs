namespace Ecommerce.ProductService.Application.Search;

/// <param name="Ids">The page, in order.</param>
/// <param name="Next">For the next page; null on the last one.</param>
/// <param name="Total">How many there are on all pages; null where nobody counted.</param>
/// <param name="Facets">Where asked for.</param>
internal sealed record SearchHits(IReadOnlyList<Guid> Ids, SearchCursor? Next, int? Total, SearchFacets? Facets);
