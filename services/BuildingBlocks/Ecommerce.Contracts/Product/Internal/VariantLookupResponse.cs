namespace Ecommerce.Contracts.Product.Internal;

/// <summary>What the catalogue knows of some articles.</summary>
/// <param name="Variants">Those that exist</param>
public sealed record VariantLookupResponse(
    IReadOnlyList<VariantDto> Variants);
