using System.Security.Cryptography;
using Ecommerce.ProductService.Application.Images;
using Ecommerce.ProductService.Domain.Images;
using Ecommerce.SharedKernel.Results;
using SkiaSharp;

namespace Ecommerce.ProductService.Infrastructure.Images;

/// <summary>
/// Decodes with Skia and encodes anew as WebP. What comes out holds pixels and nothing else: no place, camera or owner, and no script that hid
/// behind an image's first bytes.
/// </summary>
internal sealed class SkiaImageProcessor : IImageProcessor
{
    private const int Quality = 84;

    public Result<IReadOnlyList<RenderedImage>> Render(ReadOnlyMemory<byte> content)
    {
        using var data = SKData.CreateCopy(content.Span);
        using var codec = SKCodec.Create(data);
        if (codec is null)
        {
            return ImageErrors.Damaged;
        }

        // By the head of the file alone: nothing is unpacked before it is known how large it gets.
        var (width, height) = (codec.Info.Width, codec.Info.Height);
        if (width > ImageRules.LongestSide || height > ImageRules.LongestSide || (long)width * height > ImageRules.MostPixels)
        {
            return ImageErrors.TooManyPixels;
        }

        using var decoded = new SKBitmap();
        using var colours = SKColorSpace.CreateSrgb();
        if (!decoded.TryAllocPixels(new SKImageInfo(width, height, SKColorType.Rgba8888, codec.Info.IsOpaque ? SKAlphaType.Opaque : SKAlphaType.Premul, colours))
            || codec.GetPixels(decoded.Info, decoded.GetPixels()) != SKCodecResult.Success)
        {
            return ImageErrors.Damaged;
        }

        var upright = Upright(decoded, codec.EncodedOrigin);
        try
        {
            return ImageRules.Renditions.Select(rendition => Render(upright, rendition.Name, rendition.Side)).ToArray();
        }
        finally
        {
            if (upright != decoded)
            {
                upright.Dispose();
            }
        }
    }

    private static RenderedImage Render(SKBitmap bitmap, string name, int side)
    {
        var longest = Math.Max(bitmap.Width, bitmap.Height);
        using var scaled = longest <= side ? null : bitmap.Resize(
            bitmap.Info.WithSize(Math.Max(1, bitmap.Width * side / longest), Math.Max(1, bitmap.Height * side / longest)),
            new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        using var encoded = (scaled ?? bitmap).Encode(SKEncodedImageFormat.Webp, Quality)
            ?? throw new InvalidOperationException("Skia could not encode what it had decoded.");
        var content = encoded.ToArray();
        return new RenderedImage(name, Convert.ToHexStringLower(SHA256.HashData(content)) + ".webp", (scaled ?? bitmap).Width, (scaled ?? bitmap).Height, content);
    }

    // Cameras turn the picture by a note in the metadata, which goes.
    private static SKBitmap Upright(SKBitmap bitmap, SKEncodedOrigin origin)
    {
        float w = bitmap.Width, h = bitmap.Height;
        SKMatrix? turn = origin switch
        {
            SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, w, 0, 1, 0, 0, 0, 1),
            SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, w, 0, -1, h, 0, 0, 1),
            SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, h, 0, 0, 1),
            SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightTop => new SKMatrix(0, -1, h, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, h, -1, 0, w, 0, 0, 1),
            SKEncodedOrigin.LeftBottom => new SKMatrix(0, 1, 0, -1, 0, w, 0, 0, 1),
            _ => null,
        };
        if (turn is not { } matrix)
        {
            return bitmap;
        }

        var lies = origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        var upright = new SKBitmap(lies ? bitmap.Info.WithSize(bitmap.Height, bitmap.Width) : bitmap.Info);
        using var canvas = new SKCanvas(upright);
        canvas.SetMatrix(matrix);
        canvas.DrawBitmap(bitmap, 0, 0, new SKSamplingOptions(SKFilterMode.Nearest));
        return upright;
    }
}
