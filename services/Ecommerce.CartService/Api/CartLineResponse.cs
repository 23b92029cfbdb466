using Ecommerce.CartService.Application.PriceCart;
using Ecommerce.CartService.Domain;
using Ecommerce.Contracts.Discount.Internal;

namespace Ecommerce.CartService.Api;

/// <summary>A line as the shopper sees it; amounts are minor units of the cart's currency.</summary>
/// <remarks>
/// UnitPrice: now where the cart was priced, else when it was added.
/// UnitPriceWhenAdded: or when the shopper last acknowledged it; null where it came from a cart in another currency.
/// Subtotal: unit price times quantity.
/// Discount: null where the cart was not priced.
/// Discounts: which promotions make the discount; null where that was not asked for.
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
    IReadOnlyList<LineDiscountResponse>? Discounts,
    int? Available,
    IReadOnlyList<ProblemResponse> Problems)
{
    public static CartLineResponse Of(CartLine line) => new(
        line.Id, line.Sku, line.ProductId, line.Name, line.VariantName, line.ImageUrl, line.Quantity, line.UnitPrice, line.UnitPrice,
        line.UnitPrice * line.Quantity, null, null, null, []);

    public static CartLineResponse Of(PricedCartLine priced, CalculateDiscountsResponse discounts) => Of(priced.Line) with
    {
        Name = priced.Variant?.Name ?? priced.Line.Name,
        VariantName = priced.Variant is { } variant ? variant.VariantName : priced.Line.VariantName,
        ImageUrl = priced.Variant is { } pictured ? pictured.ImageUrl : priced.Line.ImageUrl,
        UnitPrice = priced.Variant?.UnitPrice,
        Subtotal = priced.Totals?.Subtotal,
        Discount = priced.Totals?.Discount,
        Discounts = PartsOf(priced.Line.Id, discounts),
        Available = priced.Variant?.Available ?? 0,
        Problems = [.. priced.Problems.Select(ProblemResponse.Of)],
    };

    private static LineDiscountResponse[]? PartsOf(Guid lineId, CalculateDiscountsResponse discounts) =>
        discounts.Lines.FirstOrDefault(line => line.LineId == lineId)?.Parts is { } parts
            ? [.. parts.Select(part => new LineDiscountResponse(
                discounts.Applied.FirstOrDefault(applied => applied.PromotionId == part.PromotionId)?.Name ?? "", part.Amount))]
            : null;
}
