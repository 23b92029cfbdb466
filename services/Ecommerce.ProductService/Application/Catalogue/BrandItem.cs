namespace Ecommerce.ProductService.Application.Catalogue;

internal sealed record BrandItem(Guid Id, string Slug, string Name, int Version);
