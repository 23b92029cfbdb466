namespace Ecommerce.ProductService.Domain.Images;

/// <summary>What an image may be.</summary>
internal static class ImageRules
{
    public const int MostBytes = 10 << 20;
    public const int LongestSide = 12_000;

    /// <summary>A file of some kilobytes can unpack to gigabytes; each pixel is four bytes in memory.</summary>
    public const int MostPixels = 24_000_000;

    public const int MostPerProduct = 30;
    public const int LongestAlt = 300;

    /// <summary>The longest sides of what is served; nothing is enlarged.</summary>
    public static readonly IReadOnlyList<(string Name, int Side)> Renditions = [("thumbnail", 200), ("medium", 600), ("large", 1200), ("full", 2400)];

    /// <summary>The type by the first bytes; null where it is none of ours.</summary>
    public static string? TypeOf(ReadOnlySpan<byte> content) =>
        content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "image/jpeg"
        : content.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? "image/png"
        : content.Length > 12 && content.StartsWith("RIFF"u8) && content[8..].StartsWith("WEBP"u8) ? "image/webp"
        : null;
}
