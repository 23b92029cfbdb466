namespace Ecommerce.ProductService.Application.Catalogue;

/// <param name="Slug">The present one; another than asked for where the product was renamed.</param>
/// <param name="Version">Of the product.</param>
/// <param name="Json">The whole answer.</param>
internal sealed record ProductPage(string Slug, int Version, byte[] Json);
