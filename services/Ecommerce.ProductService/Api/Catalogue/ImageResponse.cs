using System.Text.Json;

namespace Ecommerce.ProductService.Api.Catalogue;

/// <param name="Id">The image.</param>
/// <param name="Url">The largest rendition.</param>
/// <param name="Alt">What it shows, in words; or null.</param>
/// <param name="Sku">The article that it shows; null: all of them.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Renditions">All sizes.</param>
internal sealed record ImageResponse(Guid Id, string Url, string? Alt, string? Sku, int Width, int Height, JsonElement Renditions);
