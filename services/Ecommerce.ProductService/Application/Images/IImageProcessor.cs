using Ecommerce.SharedKernel.Results;

namespace Ecommerce.ProductService.Application.Images;

/// <summary>Makes what is served out of what was uploaded.</summary>
internal interface IImageProcessor
{
    /// <summary>Decodes an image and encodes it anew in all sizes, upright and without metadata.</summary>
    Result<IReadOnlyList<RenderedImage>> Render(ReadOnlyMemory<byte> content);
}
