namespace Ecommerce.ProductService.Application.Reviews;

internal enum ReviewSort
{
    Newest,
    Helpful,
    RatingDescending,
    RatingAscending,
}
