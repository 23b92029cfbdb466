using Ecommerce.CartService.Application.PriceCart;
using Ecommerce.CartService.Domain;

namespace Ecommerce.CartService.Api;

/// <summary>What is kept for later; amounts are minor units of the cart's currency.</summary>
/// <remarks>
/// UnitPrice: now where the cart was priced, else when it was last added to the cart.
/// Available: units that can be sold now, 0 where it is no longer sold; null where the cart was not priced.
/// </remarks>
internal sealed record SavedLineResponse(
    Guid Id, string Sku, Guid ProductId, string Name, string? VariantName, string? ImageUrl, int Quantity, long? UnitPrice, int? Available)
{
    public static SavedLineResponse Of(SavedLine line) =>
        new(line.Id, line.Sku, line.ProductId, line.Name, line.VariantName, line.ImageUrl, line.Quantity, line.UnitPrice, null);

    public static SavedLineResponse Of(PricedSavedLine priced) =>
        Of(priced.Line) with { UnitPrice = priced.Variant?.UnitPrice, Available = priced.Variant?.Available ?? 0 };
}
