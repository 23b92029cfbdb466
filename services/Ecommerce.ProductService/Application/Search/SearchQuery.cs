using Ecommerce.ProductService.Domain;

namespace Ecommerce.ProductService.Application.Search;

/// <summary>What somebody looks for. Within a filter any of its values will do, and every filter has to be met.</summary>
/// <param name="Text">Words, the last of which may be unfinished, with typing errors, or an article's number; or null.</param>
/// <param name="Filters">Values by facet.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="MinPrice">Minor units, or null.</param>
/// <param name="MaxPrice">Minor units, or null.</param>
/// <param name="InStock">Only what can be bought now.</param>
/// <param name="Sort">The order.</param>
/// <param name="After">The last one seen, or null.</param>
/// <param name="Limit">At most so many.</param>
/// <param name="WithFacets">Whether to count.</param>
/// <param name="Statuses">Of which status; a shopper sees what is active and priced in the currency.</param>
internal sealed record SearchQuery(
    string? Text, IReadOnlyDictionary<FacetName, IReadOnlyCollection<string>> Filters, string Currency, long? MinPrice, long? MaxPrice, bool InStock, ProductSort Sort,
    SearchCursor? After, int Limit, bool WithFacets, IReadOnlyCollection<ProductStatus>? Statuses = null);
