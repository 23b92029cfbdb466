using Ecommerce.CartService.Application.PriceCart;
using Ecommerce.Contracts;
using Ecommerce.Contracts.Order;
using Ecommerce.Contracts.Shipping.Internal;

namespace Ecommerce.CartService.Api;

/// <summary>What an order of the cart comes to now.</summary>
/// <param name="CartId">The cart.</param>
/// <param name="Version">To be sent with the order.</param>
/// <param name="Total">To be sent with the order as its expected total.</param>
/// <param name="Totals">How it comes about.</param>
/// <param name="Shipping">The chosen option.</param>
/// <param name="Lines">The lines with their discounts and problems.</param>
/// <param name="Coupons">While one of them does not apply, the order is refused: take it out.</param>
/// <param name="Discounts">What applies.</param>
internal sealed record TotalsResponse(
    Guid CartId,
    int Version,
    MoneyDto Total,
    OrderTotalsDto Totals,
    ShippingOptionDto Shipping,
    IReadOnlyList<CartLineResponse> Lines,
    IReadOnlyList<CouponResponse> Coupons,
    IReadOnlyList<DiscountResponse> Discounts)
{
    public static TotalsResponse Of(PricedCart priced)
    {
        var cart = CartResponse.Of(priced);
        return new TotalsResponse(
            cart.Id, cart.Version, new MoneyDto(priced.Totals.Total, cart.Currency), cart.Totals!, priced.Shipping!, cart.Lines, cart.Coupons,
            cart.Discounts!);
    }
}
