namespace Ecommerce.ProductService.Api.Catalogue;

/// <param name="Slug">Its name in addresses; made from the name where it is not given.</param>
/// <param name="Name">For people.</param>
/// <param name="ParentId">What it lies in, when it is created; later it is moved.</param>
/// <param name="Position">Among its siblings.</param>
internal sealed record CategoryRequest(string? Slug, string Name, Guid? ParentId, int? Position);
