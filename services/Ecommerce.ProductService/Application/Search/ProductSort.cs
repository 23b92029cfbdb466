namespace Ecommerce.ProductService.Application.Search;

internal enum ProductSort
{
    Relevance,
    PriceAscending,
    PriceDescending,
    Newest,
    Rating,
}
