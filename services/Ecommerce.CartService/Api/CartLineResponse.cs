using Ecommerce.CartService.Application.PriceCart;
using Ecommerce.CartService.Domain;

namespace Ecommerce.CartService.Api;

/// <summary>A line as the shopper sees it; amounts are minor units of the cart's currency.</summary>
/// <remarks>
/// UnitPrice: now where the cart was priced, else when it was added.
/// UnitPriceWhenAdded: null where it came from a cart in another currency.
/// Subtotal: unit price times quantity.
/// Discount: null where the cart was not priced.
/// Available: units that can be sold now; null where the cart was not priced.
/// </remarks>
internal sealed record CartLineResponse(
    Guid Id,
    string Sku,
    Guid ProductId,
    string Name,
    string? VariantName,
    string? ImageUrl,
    int Quantity,
    long? UnitPrice,
    long? UnitPriceWhenAdded,
    long? Subtotal,
    long? Discount,
    int? Available,
    IReadOnlyList<ProblemResponse> Problems)
{
    public static CartLineResponse Of(CartLine line) => new(
        line.Id, line.Sku, line.ProductId, line.Name, line.VariantName, line.ImageUrl, line.Quantity, line.UnitPrice, line.UnitPrice,
        line.UnitPrice * line.Quantity, null, null, []);

    public static CartLineResponse Of(PricedCartLine priced) => Of(priced.Line) with
    {
        Name = priced.Variant?.Name ?? priced.Line.Name,
        VariantName = priced.Variant is { } variant ? variant.VariantName : priced.Line.VariantName,
        ImageUrl = priced.Variant is { } pictured ? pictured.ImageUrl : priced.Line.ImageUrl,
        UnitPrice = priced.Variant?.UnitPrice,
        Subtotal = priced.Totals?.Subtotal,
        Discount = priced.Totals?.Discount,
        Available = priced.Variant?.Available ?? 0,
        Problems = [.. priced.Problems.Select(ProblemResponse.Of)],
    };
}
