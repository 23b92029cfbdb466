namespace Ecommerce.ProductService.Api.Catalogue;

internal sealed record AttributeEntry(string Code, string Value);
