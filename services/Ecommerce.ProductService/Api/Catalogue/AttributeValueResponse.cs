namespace Ecommerce.ProductService.Api.Catalogue;

internal sealed record AttributeValueResponse(string Code, string Name, string Type, string? Unit, string Value);
