using Ecommerce.CartService.Application.PriceCart;
using Ecommerce.CartService.Domain;
using Ecommerce.Contracts.Order;
using Ecommerce.Contracts.Shipping.Internal;

namespace Ecommerce.CartService.Api;

/// <summary>A cart as its holder sees it. After a change it has what was known when the lines were added; a GET prices it.</summary>
/// <remarks>
/// Saved: kept for later; in no sum.
/// Totals: null where the cart was not priced. Without a destination they hold no tax; of shipping they hold what ShippingEstimate says.
/// IsTaxKnown: whether the totals hold the tax.
/// ShippingEstimate: the cheapest way to ship, where it was asked for and the destination is known.
/// CartToken: the guest's secret, told once, when the cart is made.
/// </remarks>
internal sealed record CartResponse(
    Guid Id,
    int Version,
    CartStatus Status,
    string Currency,
    IReadOnlyList<CartLineResponse> Lines,
    IReadOnlyList<SavedLineResponse> Saved,
    IReadOnlyList<CouponResponse> Coupons,
    IReadOnlyList<DiscountResponse>? Discounts,
    DestinationResponse? Destination,
    string? Email,
    OrderTotalsDto? Totals,
    bool? IsTaxKnown,
    ShippingOptionDto? ShippingEstimate,
    DateTimeOffset ExpiresAt,
    string? CartToken)
{
    public static CartResponse Of(Cart cart, string? cartToken = null) => new(
        cart.Id,
        cart.Version,
        cart.Status,
        cart.Currency,
        [.. cart.Lines.Select(CartLineResponse.Of)],
        [.. (cart.SavedLines ?? []).Select(SavedLineResponse.Of)],
        [.. cart.CouponCodes.Select(code => new CouponResponse(code))],
        null,
        cart.Destination is { } destination ? new DestinationResponse(destination.Country, destination.Region, destination.PostalCode) : null,
        cart.Email,
        null,
        null,
        null,
        cart.ExpiresAt,
        cartToken);

    public static CartResponse Of(PricedCart priced)
    {
        var refused = priced.Discounts.Refused.ToDictionary(coupon => coupon.CouponCode);
        var applied = priced.Discounts.Applied.Select(discount => discount.CouponCode).OfType<string>().ToHashSet();
        return Of(priced.Cart) with
        {
            Lines = [.. priced.Lines.Select(line => CartLineResponse.Of(line, priced.Discounts))],
            Saved = [.. priced.Saved.Select(SavedLineResponse.Of)],
            Coupons = [.. priced.Cart.CouponCodes.Select(code => refused.TryGetValue(code, out var refusal)
                ? new CouponResponse(code, false, refusal.Code, refusal.Reason)
                : new CouponResponse(code, applied.Contains(code)))],
            Discounts = [.. priced.Discounts.Applied.Select(discount => new DiscountResponse(discount.CouponCode, discount.Name, discount.Amount, discount.Note))],
            Totals = TotalsOf(priced),
            IsTaxKnown = priced.IsTaxKnown,
            ShippingEstimate = priced.Shipping,
        };
    }

    public static OrderTotalsDto TotalsOf(PricedCart priced) => new(
        priced.Cart.Currency, priced.Totals.Subtotal, priced.Totals.Discount, priced.Totals.Shipping, priced.Discounts.ShippingDiscount,
        priced.Totals.ShippingTax, priced.Totals.Tax, priced.Totals.TaxIncluded, priced.Totals.Total);
}
