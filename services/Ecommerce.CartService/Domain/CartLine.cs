namespace Ecommerce.CartService.Domain;

/// <summary>A line, with the article as it was when it was last added.</summary>
/// <remarks>
/// UnitPrice: minor units then, or when the shopper last acknowledged it; null where it came from a cart in another currency.
/// Wanted: units that two carts had together, where fewer were kept; null until then and once it is acknowledged.
/// </remarks>
internal sealed record CartLine(
    Guid Id, string Sku, int Quantity, long? UnitPrice, Guid ProductId, string Name, string? VariantName, string? ImageUrl, int? Wanted = null);
