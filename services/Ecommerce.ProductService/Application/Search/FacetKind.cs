namespace Ecommerce.ProductService.Application.Search;

internal enum FacetKind
{
    Category,
    Brand,
    Attribute,
    Option,
}
