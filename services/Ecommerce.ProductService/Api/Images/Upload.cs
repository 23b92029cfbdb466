namespace Ecommerce.ProductService.Api.Images;

/// <param name="Content">The file.</param>
/// <param name="Type">The media type that came with it, or null.</param>
/// <param name="Alt">What it shows, or null.</param>
/// <param name="Sku">The variant that it shows, or null.</param>
internal sealed record Upload(ReadOnlyMemory<byte> Content, string? Type, string? Alt, string? Sku);
