namespace Ecommerce.ProductService.Domain;

internal enum ProductStatus
{
    Draft,
    Active,
    Archived,
}
