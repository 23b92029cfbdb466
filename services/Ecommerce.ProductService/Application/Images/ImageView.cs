namespace Ecommerce.ProductService.Application.Images;

/// <param name="Id">The image.</param>
/// <param name="Position">The first one is the product's picture in lists.</param>
/// <param name="Alt">What it shows, in words; or null.</param>
/// <param name="Sku">The variant that it shows; null: all of them.</param>
/// <param name="Url">The largest rendition.</param>
/// <param name="Width">Its pixels.</param>
/// <param name="Height">Its pixels.</param>
/// <param name="Renditions">All of them.</param>
internal sealed record ImageView(Guid Id, int Position, string? Alt, string? Sku, string Url, int Width, int Height, IReadOnlyList<RenditionView> Renditions);
