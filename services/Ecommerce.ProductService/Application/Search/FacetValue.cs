namespace Ecommerce.ProductService.Application.Search;

/// <param name="Value">As a filter takes it.</param>
/// <param name="Name">For people.</param>
/// <param name="Count">How many products of the filtered set have it, this facet's own filter left out.</param>
internal sealed record FacetValue(string Value, string Name, int Count);
