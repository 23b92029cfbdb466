using Ecommerce.ProductService.Application.Images;

namespace Ecommerce.ProductService.Api.Images;

/// <param name="Id">The image.</param>
/// <param name="Position">From 0; the first one is the product's picture in lists.</param>
/// <param name="Alt">What it shows, in words; or null.</param>
/// <param name="Sku">The variant that it shows; null: all of them.</param>
/// <param name="Url">The largest rendition.</param>
/// <param name="Width">Its pixels.</param>
/// <param name="Height">Its pixels.</param>
/// <param name="Renditions">All sizes.</param>
internal sealed record ImageResponse(Guid Id, int Position, string? Alt, string? Sku, string Url, int Width, int Height, IReadOnlyList<RenditionResponse> Renditions)
{
    public static ImageResponse Of(ImageView image) => new(
        image.Id, image.Position, image.Alt, image.Sku, image.Url, image.Width, image.Height,
        [.. image.Renditions.Select(rendition => new RenditionResponse(rendition.Name, rendition.Url, rendition.Width, rendition.Height))]);
}
