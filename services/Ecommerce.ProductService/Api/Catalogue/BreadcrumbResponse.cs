namespace Ecommerce.ProductService.Api.Catalogue;

internal sealed record BreadcrumbResponse(Guid Id, string Slug, string Name);
