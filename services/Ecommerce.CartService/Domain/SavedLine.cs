namespace Ecommerce.CartService.Domain;

/// <summary>An article that is kept for later: it costs nothing and is not ordered.</summary>
/// <remarks>UnitPrice: when it was last added to the cart, minor units.</remarks>
internal sealed record SavedLine(
    Guid Id, string Sku, int Quantity, long? UnitPrice, Guid ProductId, string Name, string? VariantName, string? ImageUrl);
