namespace Ecommerce.ProductService.Application.Images;

/// <param name="Name">thumbnail, medium, large or full.</param>
/// <param name="Url">Where it is served; never changes its content.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
internal sealed record RenditionView(string Name, string Url, int Width, int Height);
