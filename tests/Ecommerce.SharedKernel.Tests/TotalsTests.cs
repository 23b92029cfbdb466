using Ecommerce.SharedKernel.Pricing;
using FsCheck;
using FsCheck.Fluent;

namespace Ecommerce.SharedKernel.Tests;

public sealed class TotalsTests
{
    private static readonly Arbitrary<(PricedLine[] Lines, long Shipping, TaxRule Tax)> Baskets =
        (from lines in (from price in Gen.Choose(0, 1_000_000)
                        from quantity in Gen.Choose(1, 50)
                        from percent in Gen.Choose(0, 100)
                        select new PricedLine(price, quantity, (long)price * quantity * percent / 100)).NonEmptyListOf()
         from shipping in Gen.Choose(0, 10_000)
         from rate in Gen.Choose(0, 3_000)
         from included in Gen.Elements(true, false)
         select (lines.ToArray(), (long)shipping, new TaxRule(rate, included))).ToArbitrary();

    [Fact]
    public void The_total_is_always_the_sum_of_its_lines_and_its_shipping() =>
        Prop.ForAll(Baskets, basket =>
        {
            var totals = Totals.Of(basket.Lines, basket.Shipping, 0, basket.Tax);
            var shipping = basket.Tax.IncludedInPrices ? basket.Shipping : basket.Shipping + totals.ShippingTax;
            return totals.Total == totals.Lines.Sum(line => line.Total) + shipping
                && totals.Total == totals.Subtotal - totals.Discount + totals.Shipping + (basket.Tax.IncludedInPrices ? 0 : totals.Tax);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Nothing_is_ever_negative() =>
        Prop.ForAll(Baskets, basket =>
        {
            var totals = Totals.Of(basket.Lines, basket.Shipping, basket.Shipping, basket.Tax);
            return totals.Total >= 0 && totals.Lines.All(line => line is { Total: >= 0, Tax: >= 0 });
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Tax_comes_on_top_in_California_and_is_included_in_Germany()
    {
        Totals.Of([new PricedLine(10_000, 1, 0)], 0, 0, TaxTable.For("US", "CA")).Total.ShouldBe(10_725);
        var german = Totals.Of([new PricedLine(11_900, 1, 0)], 0, 0, TaxTable.For("DE", null));
        german.Total.ShouldBe(11_900);
        german.Tax.ShouldBe(1_900);
    }

    [Fact]
    public void A_discount_larger_than_its_line_is_refused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Totals.Of([new PricedLine(100, 1, 101)], 0, 0, TaxRule.None));
}
