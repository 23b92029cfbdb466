namespace Ecommerce.ProductService.Api.Catalogue;

internal sealed record BrandCursor(string Name);
