using Ecommerce.CartService.Domain;
using Ecommerce.Contracts.Product.Internal;
using Ecommerce.SharedKernel.Pricing;

namespace Ecommerce.CartService.Application.PriceCart;

/// <summary>A line as the catalogue has it now.</summary>
/// <param name="Line">The line.</param>
/// <param name="Variant">The article; null where it is no longer sold.</param>
/// <param name="Totals">What it comes to; null where it is no longer sold.</param>
/// <param name="DiscountBefore">What was off it at the first look since the cart's last change; null before that look.</param>
internal sealed record PricedCartLine(CartLine Line, VariantDto? Variant, LineTotals? Totals, long? DiscountBefore)
{
    public IEnumerable<Problem> Problems
    {
        get
        {
            if (Variant is null || Totals is not { } totals)
            {
                yield return new Problem(LineProblem.NoLongerSold);
                yield break;
            }

            if (Line.UnitPrice is { } price && price != Variant.UnitPrice)
            {
                yield return new Problem(LineProblem.PriceChanged, price, Variant.UnitPrice);
            }

            if (DiscountBefore is { } discount && discount != totals.Discount)
            {
                yield return new Problem(LineProblem.DiscountChanged, discount, totals.Discount);
            }

            if (Line.Wanted is { } wanted)
            {
                yield return new Problem(LineProblem.QuantityReduced, wanted, Line.Quantity);
            }

            if (Variant.Available < Line.Quantity)
            {
                yield return new Problem(LineProblem.InsufficientStock, Line.Quantity, Variant.Available);
            }
        }
    }
}
