namespace Ecommerce.ProductService.Domain.Reviews;

internal enum ReviewStatus
{
    Pending,
    Approved,
    Rejected,
}
