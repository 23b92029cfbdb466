using Ecommerce.ProductService.Application.Catalogue;

namespace Ecommerce.ProductService.Api.Catalogue;

/// <param name="Id">The category.</param>
/// <param name="ParentId">What it lies in, or null.</param>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Name">For people.</param>
/// <param name="Position">Among its siblings.</param>
/// <param name="Path">The ids from the root to this one.</param>
/// <param name="Products">Active products in it and below.</param>
/// <param name="Version">For <c>If-Match</c>.</param>
internal sealed record CategoryResponse(Guid Id, Guid? ParentId, string Slug, string Name, int Position, IReadOnlyList<Guid> Path, int Products, int Version)
{
    public static CategoryResponse Of(CategoryItem category, int products) =>
        new(category.Id, category.ParentId, category.Slug, category.Name, category.Position, category.Path, products, category.Version);
}
