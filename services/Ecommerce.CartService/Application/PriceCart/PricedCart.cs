using Ecommerce.CartService.Domain;
using Ecommerce.Contracts.Discount.Internal;
using Ecommerce.Contracts.Shipping.Internal;
using Ecommerce.SharedKernel.Pricing;

namespace Ecommerce.CartService.Application.PriceCart;

/// <summary>A cart with what it costs now.</summary>
/// <param name="Cart">The cart.</param>
/// <param name="Lines">In the cart's order.</param>
/// <param name="Saved">What is kept for later; it is in no sum.</param>
/// <param name="Discounts">What applies and what is refused.</param>
/// <param name="Totals">Of the lines that are sold.</param>
/// <param name="IsTaxKnown">Whether the destination, and so the tax, is known.</param>
/// <param name="Shipping">The option that is in the totals: the chosen one, or the cheapest as an estimate; null for none.</param>
internal sealed record PricedCart(
    Cart Cart,
    IReadOnlyList<PricedCartLine> Lines,
    IReadOnlyList<PricedSavedLine> Saved,
    CalculateDiscountsResponse Discounts,
    Totals Totals,
    bool IsTaxKnown,
    ShippingOptionDto? Shipping)
{
    /// <summary>What the shopper sees by this, to be noted; null where it is noted already, or there is nothing to see.</summary>
    /// <remarks>
    /// The discounts are those of the first look since the last change: what differs at a later one was not the shopper's doing. The lines are
    /// those of this look: the next change acknowledges what was shown last.
    /// </remarks>
    public CartLook? NextLook()
    {
        LookedLine[] shown =
        [
            .. Lines.Where(line => line.Problems.Any(problem => problem.Code is LineProblem.PriceChanged or LineProblem.QuantityReduced))
                .Select(line => new LookedLine(line.Line.Id, line.Variant!.UnitPrice)),
        ];
        if (Cart.Look is { } present)
        {
            return shown.SequenceEqual(present.Lines) ? null : present with { Lines = shown };
        }

        var discounts = Lines.Where(line => line.Totals?.Discount > 0).ToDictionary(line => line.Line.Id, line => line.Totals!.Value.Discount);
        return Lines.Count == 0 ? null : new CartLook(discounts, shown);
    }
}
