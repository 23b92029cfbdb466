namespace Ecommerce.ProductService.Application.Images;

/// <param name="Name">thumbnail, medium, large or full.</param>
/// <param name="ObjectName">By its content.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Content">WebP.</param>
internal sealed record RenderedImage(string Name, string ObjectName, int Width, int Height, ReadOnlyMemory<byte> Content);
