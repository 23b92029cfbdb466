namespace Ecommerce.ProductService.Application.Catalogue;

/// <param name="Id">The product.</param>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Name">For people.</param>
/// <param name="Brand">Who makes it.</param>
/// <param name="ImageUrl">Its first picture, or null.</param>
/// <param name="PriceFrom">The cheapest variant, minor units.</param>
/// <param name="Available">Units of all variants that can be bought now.</param>
/// <param name="SortKey">What the page is sorted by.</param>
internal sealed record ProductListItem(Guid Id, string Slug, string Name, string Brand, string? ImageUrl, long PriceFrom, long Available, double SortKey);
