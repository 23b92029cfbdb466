namespace Ecommerce.ProductService.Application.Catalogue;

internal sealed record CategoryItem(Guid Id, Guid? ParentId, string Slug, string Name, int Products);
