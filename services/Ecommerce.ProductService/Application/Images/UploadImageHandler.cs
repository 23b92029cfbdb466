using Ecommerce.ProductService.Domain.Images;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.ProductService.Application.Images;

/// <summary>Takes an image in: looked at, encoded anew, noted, stored, and only then the product's.</summary>
internal sealed class UploadImageHandler(IImageProcessor processor, IImageStorage storage, IProductImages images)
{
    // Each decoded image takes up to a hundred megabytes.
    private static readonly SemaphoreSlim AtOnce = new(2);

    /// <param name="productId">The product.</param>
    /// <param name="imageId">The image's id; the same id adds once.</param>
    /// <param name="content">The file.</param>
    /// <param name="saidToBe">The media type that came with it, or null.</param>
    /// <param name="alt">What it shows, or null.</param>
    /// <param name="sku">The variant that it shows, or null.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Result<ImageView>> HandleAsync(
        Guid productId, Guid imageId, ReadOnlyMemory<byte> content, string? saidToBe, string? alt, string? sku, CancellationToken cancellationToken)
    {
        if (ImageRules.TypeOf(content.Span) is not { } type)
        {
            return ImageErrors.NotAnImage;
        }

        if (saidToBe is not null && !string.Equals(saidToBe, type, StringComparison.OrdinalIgnoreCase))
        {
            return ImageErrors.TypeMismatch;
        }

        Result<IReadOnlyList<RenderedImage>> rendered;
        await AtOnce.WaitAsync(cancellationToken);
        try
        {
            rendered = await Task.Run(() => processor.Render(content), cancellationToken);
        }
        finally
        {
            AtOnce.Release();
        }

        if (rendered.Error is { } refusal)
        {
            return refusal;
        }

        var objects = rendered.Value!;
        await images.NoteObjectsAsync(objects, cancellationToken);
        foreach (var one in objects.DistinctBy(one => one.ObjectName))
        {
            await storage.PutAsync(one.ObjectName, one.Content, cancellationToken);
        }

        return await images.AddAsync(productId, imageId, alt, sku, objects, cancellationToken);
    }
}
