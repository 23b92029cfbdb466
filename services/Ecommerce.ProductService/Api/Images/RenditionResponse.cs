namespace Ecommerce.ProductService.Api.Images;

/// <param name="Name">thumbnail, medium, large or full.</param>
/// <param name="Url">Where it is; its content never changes.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
internal sealed record RenditionResponse(string Name, string Url, int Width, int Height);
