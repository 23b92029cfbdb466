namespace Ecommerce.ProductService.Application.Catalogue;

internal enum CatalogueSort
{
    Relevance,
    PriceAscending,
    PriceDescending,
    Newest,
}
