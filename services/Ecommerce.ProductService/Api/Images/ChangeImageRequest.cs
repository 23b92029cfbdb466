namespace Ecommerce.ProductService.Api.Images;

/// <param name="Alt">What it shows, in words; or null.</param>
/// <param name="Sku">The variant that it shows; null: all of them.</param>
internal sealed record ChangeImageRequest(string? Alt, string? Sku);
