using Ecommerce.CartService.Domain;
using Ecommerce.Contracts.Discount.Internal;
using Ecommerce.Contracts.Shipping.Internal;
using Ecommerce.SharedKernel.Pricing;

namespace Ecommerce.CartService.Application.PriceCart;

/// <summary>A cart with what it costs now.</summary>
/// <param name="Cart">The cart.</param>
/// <param name="Lines">In the cart's order.</param>
/// <param name="Discounts">What applies and what is refused.</param>
/// <param name="Totals">Of the lines that are sold.</param>
/// <param name="IsTaxKnown">Whether the destination, and so the tax, is known.</param>
/// <param name="Shipping">The chosen option; null until one is chosen.</param>
internal sealed record PricedCart(
    Cart Cart, IReadOnlyList<PricedCartLine> Lines, CalculateDiscountsResponse Discounts, Totals Totals, bool IsTaxKnown, ShippingOptionDto? Shipping);
