namespace Ecommerce.ProductService.Domain.Catalogue;

internal enum AttributeType
{
    Text,
    Number,
    Boolean,
    Choice,
}
