namespace Ecommerce.CartService.Domain;

/// <summary>A line, with the article as it was when it was last added.</summary>
/// <remarks>
/// UnitPrice: minor units then; null where it came from a cart in another currency.
/// </remarks>
internal sealed record CartLine(
    Guid Id, string Sku, int Quantity, long? UnitPrice, Guid ProductId, string Name, string? VariantName, string? ImageUrl);
