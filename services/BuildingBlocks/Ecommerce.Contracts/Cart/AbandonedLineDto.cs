namespace Ecommerce.Contracts.Cart;

/// <summary>A line of an abandoned cart, with the article as it was when it was added.</summary>
/// <param name="Sku">Article.</param>
/// <param name="ProductId">Its product.</param>
/// <param name="Name">Of the product.</param>
/// <param name="VariantName">Options joined, or null.</param>
/// <param name="ImageUrl">Picture, or null.</param>
/// <param name="Quantity">Units.</param>
/// <param name="UnitPrice">Minor units; null where it came from a cart in another currency.</param>
public sealed record AbandonedLineDto(
    string Sku,
    Guid ProductId,
    string Name,
    string? VariantName,
    string? ImageUrl,
    int Quantity,
    long? UnitPrice);
