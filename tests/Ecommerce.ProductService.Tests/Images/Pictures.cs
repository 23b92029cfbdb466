using System.Buffers.Binary;
using System.Text;
using SkiaSharp;

namespace Ecommerce.ProductService.Tests.Images;

/// <summary>Pictures to upload.</summary>
internal static class Pictures
{
    /// <summary>The place that a camera notes; it must not come out again.</summary>
    public const string Place = "GPS 37.8044 N 122.2712 W";

    /// <summary>Left half red, right half blue.</summary>
    public static byte[] Make(int width, int height, SKEncodedImageFormat format)
    {
        using var bitmap = new SKBitmap(width, height);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.Blue);
        using var red = new SKPaint { Color = SKColors.Red };
        canvas.DrawRect(0, 0, width / 2f, height, red);
        return bitmap.Encode(format, 95).ToArray();
    }

    /// <summary>A JPEG as a camera makes it that was held upright: it lies on its side, and a note says how to turn it, and where it was taken.</summary>
    public static byte[] FromCamera(int width, int height)
    {
        var jpeg = Make(width, height, SKEncodedImageFormat.Jpeg);

        // Exif: a directory with one entry, the orientation (turn right by 90 degrees); the place stands behind it.
        byte[] exif = [.. "Exif\0\0II*\0"u8, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0, .. Encoding.ASCII.GetBytes(Place)];
        var head = new byte[] { 0xFF, 0xE1, 0, 0 };
        BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(2), (ushort)(exif.Length + 2));
        return [.. jpeg[..2], .. head, .. exif, .. jpeg[2..]];
    }

    /// <summary>Some kilobytes that unpack to thirty-six million pixels.</summary>
    public static byte[] Bomb()
    {
        using var bitmap = new SKBitmap(new SKImageInfo(6000, 6000, SKColorType.Gray8, SKAlphaType.Opaque));
        return bitmap.Encode(SKEncodedImageFormat.Png, 100).ToArray();
    }
}
