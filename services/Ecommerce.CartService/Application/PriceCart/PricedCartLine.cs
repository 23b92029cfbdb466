using Ecommerce.CartService.Domain;
using Ecommerce.Contracts.Product.Internal;
using Ecommerce.SharedKernel.Pricing;

namespace Ecommerce.CartService.Application.PriceCart;

/// <summary>A line as the catalogue has it now.</summary>
/// <param name="Line">The line.</param>
/// <param name="Variant">The article; null where it is no longer sold.</param>
/// <param name="Totals">What it comes to; null where it is no longer sold.</param>
internal sealed record PricedCartLine(CartLine Line, VariantDto? Variant, LineTotals? Totals)
{
    public IEnumerable<LineProblem> Problems
    {
        get
        {
            if (Variant is null)
            {
                yield return LineProblem.NoLongerSold;
                yield break;
            }

            if (Line.UnitPrice is { } before && before != Variant.UnitPrice)
            {
                yield return LineProblem.PriceChanged;
            }

            if (Variant.Available < Line.Quantity)
            {
                yield return LineProblem.InsufficientStock;
            }
        }
    }
}
