namespace Ecommerce.ProductService.Application.Catalogue;

/// <summary>What a shopper looks for.</summary>
/// <param name="Text">Words, the last of which may be unfinished, with typing errors; or null.</param>
/// <param name="Category">A category's slug, or null.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="MinPrice">Minor units, or null.</param>
/// <param name="MaxPrice">Minor units, or null.</param>
/// <param name="InStock">Only what can be bought now.</param>
/// <param name="Sort">The order.</param>
/// <param name="AfterKey">The sort key of the last item seen, or null.</param>
/// <param name="AfterId">The id of the last item seen, or null.</param>
/// <param name="Limit">At most so many.</param>
internal sealed record CatalogueQuery(
    string? Text, string? Category, string Currency, long? MinPrice, long? MaxPrice, bool InStock, CatalogueSort Sort, double? AfterKey, Guid? AfterId, int Limit);
