namespace Ecommerce.ProductService.Application.Search;

internal sealed record SearchFacets(
    IReadOnlyList<FacetValue> Categories, IReadOnlyList<FacetValue> Brands, IReadOnlyList<Facet> Attributes, IReadOnlyList<Facet> Options,
    IReadOnlyList<PriceBand> Prices, int InStock, int OutOfStock);
