namespace Ecommerce.Contracts.Product.Internal;

/// <summary>One article.</summary>
/// <param name="Sku">Article.</param>
/// <param name="ProductId">Its product.</param>
/// <param name="CategoryIds">Categories of the product, ancestors included.</param>
/// <param name="Name">Product name.</param>
/// <param name="VariantName">Options joined, or null.</param>
/// <param name="ImageUrl">Picture, or null.</param>
/// <param name="UnitPrice">Minor units in the currency asked for.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="WeightGrams">Of one unit.</param>
/// <param name="Available">Units that can be sold now.</param>
/// <param name="IsActive">Whether it is on sale in that currency.</param>
public sealed record VariantDto(
    string Sku,
    Guid ProductId,
    IReadOnlyList<Guid> CategoryIds,
    string Name,
    string? VariantName,
    string? ImageUrl,
    long UnitPrice,
    string Currency,
    int WeightGrams,
    int Available,
    bool IsActive);
