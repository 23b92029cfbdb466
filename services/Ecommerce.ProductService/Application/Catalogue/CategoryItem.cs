namespace Ecommerce.ProductService.Application.Catalogue;

/// <param name="Id">The category.</param>
/// <param name="ParentId">What it lies in, or null.</param>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Name">For people.</param>
/// <param name="Position">Among its siblings.</param>
/// <param name="Path">The ids from the root to this one.</param>
/// <param name="Version">For <c>If-Match</c>.</param>
internal sealed record CategoryItem(Guid Id, Guid? ParentId, string Slug, string Name, int Position, IReadOnlyList<Guid> Path, int Version);
