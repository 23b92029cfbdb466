using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ecommerce.SharedKernel.Monetary;
using Ecommerce.SharedKernel.Pricing;
using FsCheck;
using FsCheck.Fluent;

namespace Ecommerce.CartService.Tests;

/// <summary>Totals are the sum of their lines in every currency's own minor unit.</summary>
public sealed class CurrencyTests(CartServiceFixture fixture)
{
    [Theory]
    [InlineData("JPY", 0, "1030 JPY")]
    [InlineData("USD", 2, "10.30 USD")]
    [InlineData("KWD", 3, "1.030 KWD")]
    [InlineData("CLF", 4, "0.1030 CLF")]
    public async Task A_cart_counts_in_the_minor_unit_of_its_currency(string currency, int exponent, string written)
    {
        var sku = $"SKU-{Guid.NewGuid():N}";
        fixture.Prices[sku] = 515;
        var cart = await CartClient.CreateAsync(fixture.Anonymous(), currency);
        await cart.AddAsync(sku, 2);
        await cart.Http.PutAsJsonAsync($"/api/v1/carts/{cart.Id}/destination", new { country = "JP" });
        var totals = (await cart.GetAsync()).GetProperty("totals");
        totals.GetProperty("total").GetInt64().ShouldBe(1030);
        totals.GetProperty("tax").GetInt64().ShouldBe(94, "a tenth on top of what is left of it, in whole minor units");
        totals.GetProperty("taxIncluded").GetBoolean().ShouldBeTrue();
        Currency.From(currency).Exponent.ShouldBe(exponent);
        Money.Of(totals.GetProperty("total").GetInt64(), totals.GetProperty("currency").GetString()!).ToString().ShouldBe(written);
    }

    [Fact]
    public async Task An_estimate_of_shipping_is_in_the_totals_where_it_is_asked_for()
    {
        var cart = await CartClient.CreateAsync(fixture.Anonymous());
        await cart.AddAsync("SKU-A", 3);
        var path = $"/api/v1/carts/{cart.Id}?estimateShipping=true";
        (await cart.Http.GetFromJsonAsync<JsonElement>(path)).TryGetProperty("shippingEstimate", out _).ShouldBeFalse("it is not known where it goes");
        await cart.Http.PutAsJsonAsync($"/api/v1/carts/{cart.Id}/destination", new { country = "US", region = "CA" });
        var estimated = await cart.Http.GetFromJsonAsync<JsonElement>(path);
        estimated.GetProperty("shippingEstimate").GetProperty("code").GetString().ShouldBe("standard");

        // 30.00 + 7.25 % of it, 5.03 + 7.25 % of it, each rounded by itself.
        estimated.GetProperty("totals").GetProperty("total").GetInt64().ShouldBe(3000 + 218 + 503 + 36);
        (await cart.GetAsync()).GetProperty("totals").GetProperty("shipping").GetInt64().ShouldBe(0);
    }

    [Fact]
    public async Task A_race_does_not_duplicate_adjustments()
    {
        var cart = await CartClient.CreateAsync(fixture.Anonymous());
        await cart.AddAsync("SKU-A");
        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => i % 2 == 0 ? cart.PostAsync("coupons", new { code = "ONEOFF" }) : cart.AddAsync("SKU-A")));
        var shown = await cart.GetAsync();
        shown.GetProperty("coupons").GetArrayLength().ShouldBe(1);
        shown.GetProperty("discounts").GetArrayLength().ShouldBe(1);
        shown.GetProperty("totals").GetProperty("discount").GetInt64().ShouldBe(100);
        (await cart.QuantityAsync("SKU-A")).ShouldBe(26);
    }

    [Fact]
    public void Totals_are_the_sum_of_their_lines_whatever_the_tax_and_the_currency() => Prop.ForAll(Carts().ToArbitrary(), cart =>
    {
        var totals = Totals.Of(cart.Lines, cart.Shipping, cart.ShippingDiscount, cart.Tax);
        totals.Subtotal.ShouldBe(totals.Lines.Sum(line => line.Subtotal));
        totals.Discount.ShouldBe(totals.Lines.Sum(line => line.Discount) + cart.ShippingDiscount);
        totals.Tax.ShouldBe(totals.Lines.Sum(line => line.Tax) + totals.ShippingTax);
        var shipping = cart.Shipping - cart.ShippingDiscount + (cart.Tax.IncludedInPrices ? 0 : totals.ShippingTax);
        totals.Total.ShouldBe(totals.Lines.Sum(line => line.Total) + shipping);
        totals.Total.ShouldBe(totals.Subtotal - totals.Discount + cart.Shipping + (cart.Tax.IncludedInPrices ? 0 : totals.Tax));
        totals.Lines.ShouldAllBe(line => line.Tax >= 0 && line.Total >= 0 && line.Total >= line.Subtotal - line.Discount);
        foreach (var line in totals.Lines)
        {
            // The exact tax, as a fraction, is at most half a minor unit away.
            var whole = 10_000 + (cart.Tax.IncludedInPrices ? cart.Tax.BasisPoints : 0);
            var off = ((Int128)line.Tax * whole) - ((Int128)(line.Subtotal - line.Discount) * cart.Tax.BasisPoints);
            (Int128.Abs(off) * 2 <= whole).ShouldBeTrue();
        }


        // What a person reads is the same number, in the currency's own digits.
        var written = Money.Of(totals.Total, cart.Currency).ToString();
        var digits = written.Split(' ')[0];
        digits.Replace(".", "", StringComparison.Ordinal).TrimStart('0').ShouldBe(totals.Total.ToString(System.Globalization.CultureInfo.InvariantCulture).TrimStart('0'));
        (digits.Contains('.') ? digits.Length - digits.IndexOf('.') - 1 : 0).ShouldBe(Currency.From(cart.Currency).Exponent);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    private static Gen<(PricedLine[] Lines, long Shipping, long ShippingDiscount, TaxRule Tax, string Currency)> Carts() =>
        from prices in Gen.Frequency(
            (6, Gen.Choose(0, 1_000_000).Select(price => (long)price)), (1, Gen.Constant(0L)), (1, Gen.Constant(1L)), (1, Gen.Constant(1_000_000_000_000L))).ListOf()
        from quantities in Gen.Frequency((4, Gen.Choose(1, 9999)), (1, Gen.Constant(1)), (1, Gen.Constant(9999))).ListOf(prices.Count)
        from shares in Gen.Frequency((4, Gen.Choose(0, 100)), (1, Gen.Constant(0)), (1, Gen.Constant(100))).ListOf(prices.Count)
        from shipping in Gen.Choose(0, 100_000)
        from shippingShare in Gen.Choose(0, 100)
        from basisPoints in Gen.Choose(0, 2700)
        from included in Gen.Elements(true, false)
        from currency in Gen.Elements("JPY", "KRW", "USD", "EUR", "CHF", "KWD", "BHD", "TND", "CLF", "UYW", "MRU", "MGA")
        select (
            prices.Select((price, i) => new PricedLine(price, quantities[i], price * quantities[i] * shares[i] / 100)).ToArray(),
            (long)shipping, (long)shipping * shippingShare / 100, new TaxRule(basisPoints, included), currency);
}
