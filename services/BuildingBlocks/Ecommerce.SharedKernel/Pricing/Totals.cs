using Ecommerce.SharedKernel.Monetary;

namespace Ecommerce.SharedKernel.Pricing;

/// <summary>What a cart or an order comes to; always the sum of its lines and its shipping. Amounts are minor units.</summary>
/// <param name="Lines">In the order of the input.</param>
/// <param name="Subtotal">The lines before discounts.</param>
/// <param name="Discount">What is taken off lines and shipping together.</param>
/// <param name="Shipping">The shipping price before its discount.</param>
/// <param name="ShippingTax">The tax on discounted shipping, included or on top.</param>
/// <param name="Tax">All tax, shipping's included.</param>
/// <param name="TaxIncluded">Whether the tax is part of the prices or comes on top.</param>
/// <param name="Total">What the customer pays.</param>
public sealed record Totals(
    IReadOnlyList<LineTotals> Lines, long Subtotal, long Discount, long Shipping, long ShippingTax, long Tax, bool TaxIncluded, long Total)
{
    /// <summary>Works out tax per line, half away from zero, and sums up.</summary>
    /// <param name="lines">Each discount from zero to the line's subtotal.</param>
    /// <param name="shipping">Not negative.</param>
    /// <param name="shippingDiscount">From zero to <paramref name="shipping"/>.</param>
    /// <param name="tax">The destination's rule; shipping is taxed as the goods are.</param>
    /// <exception cref="ArgumentOutOfRangeException">A discount is negative or more than what it is taken from.</exception>
    public static Totals Of(IReadOnlyList<PricedLine> lines, long shipping, long shippingDiscount, TaxRule tax)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(shipping);
        RequireWithin(shippingDiscount, shipping);
        var results = new LineTotals[lines.Count];
        for (var i = 0; i < results.Length; i++)
        {
            RequireWithin(lines[i].Discount, lines[i].Subtotal);
            var net = lines[i].Subtotal - lines[i].Discount;
            var lineTax = TaxOn(net, tax);
            results[i] = new LineTotals(lines[i].Subtotal, lines[i].Discount, lineTax, tax.IncludedInPrices ? net : checked(net + lineTax));
        }

        var shippingNet = shipping - shippingDiscount;
        var shippingTax = TaxOn(shippingNet, tax);
        return new Totals(
            results,
            results.Sum(line => line.Subtotal),
            checked(results.Sum(line => line.Discount) + shippingDiscount),
            shipping,
            shippingTax,
            checked(results.Sum(line => line.Tax) + shippingTax),
            tax.IncludedInPrices,
            checked(results.Sum(line => line.Total) + (tax.IncludedInPrices ? shippingNet : shippingNet + shippingTax)));
    }

    private static long TaxOn(long net, TaxRule tax) =>
        tax.IncludedInPrices ? Rounding.ShareIncluded(net, tax.BasisPoints) : Rounding.Share(net, tax.BasisPoints);

    private static void RequireWithin(long discount, long whole)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(discount);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(discount, whole);
    }
}
