namespace Ecommerce.ProductService.Application.Search;

/// <param name="Key">The attribute's code or the option's name.</param>
/// <param name="Name">For people.</param>
/// <param name="Values">The most frequent ones first.</param>
internal sealed record Facet(string Key, string Name, IReadOnlyList<FacetValue> Values);
