namespace Ecommerce.ProductService.Api.Catalogue;

/// <param name="Slug">Its name in addresses; made from the name where it is not given.</param>
/// <param name="Name">For people.</param>
internal sealed record BrandRequest(string? Slug, string Name);
