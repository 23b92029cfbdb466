namespace Ecommerce.ProductService.Application.Search;

/// <summary>The last product of a page.</summary>
/// <param name="Sort">The order that it is one of.</param>
/// <param name="Key">Its sort key.</param>
/// <param name="Id">The product, which decides among equals.</param>
/// <param name="Mode">How the text was read on the first page; the next ones read it so too.</param>
internal sealed record SearchCursor(ProductSort Sort, long Key, Guid Id, int Mode);
