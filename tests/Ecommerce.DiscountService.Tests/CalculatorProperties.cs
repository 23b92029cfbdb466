using Ecommerce.DiscountService.Domain;
using Ecommerce.SharedKernel.Monetary;
using Ecommerce.SharedKernel.Pricing;
using FsCheck;
using FsCheck.Fluent;

namespace Ecommerce.DiscountService.Tests;

/// <summary>What holds for every basket and every set of promotions of all kinds.</summary>
public sealed class CalculatorProperties
{
    [Fact]
    public void Nothing_goes_below_zero_or_above_the_price_and_every_promotion_sums_to_its_shares() => Holds((basket, promotions, circumstances) =>
    {
        var result = DiscountCalculator.Calculate(basket, new PromotionSet(promotions), circumstances);
        result.ShippingDiscount.ShouldBeInRange(0, basket.Shipping);
        foreach (var line in result.Lines)
        {
            line.Amount.ShouldBeInRange(1, basket.Lines.Single(candidate => candidate.LineId == line.LineId).Subtotal);
            result.PartsOf(line.LineId).Sum(part => part.Amount).ShouldBe(line.Amount);
        }

        result.Applied.Sum(applied => applied.Amount).ShouldBe(result.Lines.Sum(line => line.Amount) + result.ShippingDiscount);
        result.Applied.SelectMany(applied => applied.Shares).ShouldAllBe(share => share.Amount > 0);
    });

    [Fact]
    public void The_order_of_lines_promotions_and_coupons_does_not_matter() => Holds((basket, promotions, circumstances) =>
    {
        var chance = new Random(basket.Lines.Count);
        T[] Turned<T>(IEnumerable<T> list)
        {
            T[] items = [.. list];
            chance.Shuffle(items);
            return items;
        }

        var turned = basket with { Lines = Turned(basket.Lines), CouponCodes = Turned(basket.CouponCodes) };
        var one = DiscountCalculator.Calculate(basket, new PromotionSet(promotions), circumstances);
        var other = DiscountCalculator.Calculate(turned, new PromotionSet(Turned(promotions)), circumstances);
        other.Lines.OrderBy(line => line.LineId).ShouldBe(one.Lines.OrderBy(line => line.LineId));
        other.ShippingDiscount.ShouldBe(one.ShippingDiscount);
        Outline(other).ShouldBe(Outline(one));
    });

    [Fact]
    public void The_same_is_calculated_as_often_as_it_is_asked() => Holds((basket, promotions, circumstances) =>
    {
        var set = new PromotionSet(promotions);
        var one = DiscountCalculator.Calculate(basket, set, circumstances);
        Outline(DiscountCalculator.Calculate(basket, set, circumstances)).ShouldBe(Outline(one));
    });

    [Fact]
    public void Every_coupon_is_either_applied_or_refused_with_a_sentence() => Holds((basket, promotions, circumstances) =>
    {
        var result = DiscountCalculator.Calculate(basket, new PromotionSet(promotions), circumstances);
        string[] explained = [.. result.Applied.Select(applied => applied.CouponCode).Concat(result.Refused.Select(refused => refused.CouponCode)).OfType<string>()];
        explained.Order().ShouldBe(basket.CouponCodes.Distinct().Order());
        result.Refused.ShouldAllBe(refused => refused.Reason.EndsWith('.') && refused.Code.StartsWith("coupon."));
    });

    [Fact]
    public void Stacking_and_exclusion_are_as_documented() => Holds((basket, promotions, circumstances) =>
    {
        var result = DiscountCalculator.Calculate(basket, new PromotionSet(promotions), circumstances);
        var effective = result.Applied.Where(applied => applied.Amount > 0).Select(applied => applied.Promotion).ToArray();
        (effective.Length <= 1 || effective.All(promotion => promotion.Combinable)).ShouldBeTrue("what is not combinable stands alone");
        effective.Select(promotion => promotion.ExclusionGroup).OfType<string>().ShouldBeUnique("of a group one applies");
        effective.Select(promotion => promotion.Id).ShouldBeUnique("a promotion applies once");
        effective.Select(promotion => promotion.Priority).ShouldBe(effective.Select(promotion => promotion.Priority).OrderDescending(), "the highest priority is tried first");

        // Whoever is refused for the company is refused for somebody who was tried before.
        foreach (var refused in result.Refused.Where(refused => refused.Code == RefusalReasons.NotCombinable))
        {
            result.Applied.ShouldContain(applied => applied.Promotion.Priority >= refused.Promotion!.Priority);
        }
    });

    [Fact]
    public void Limits_and_budgets_are_kept_by_automatic_promotions_too() => Holds((basket, promotions, circumstances) =>
    {
        var result = DiscountCalculator.Calculate(basket, new PromotionSet(promotions), circumstances);
        foreach (var applied in result.Applied)
        {
            var usage = circumstances.Usage.GetValueOrDefault(applied.Promotion.Id);
            (usage.Total < (applied.Promotion.TotalLimit ?? int.MaxValue)).ShouldBeTrue();
            (usage.ByCustomer < (applied.Promotion.PerCustomerLimit ?? int.MaxValue)).ShouldBeTrue();
            (usage.Spent + applied.Amount <= (applied.Promotion.Budget ?? long.MaxValue)).ShouldBeTrue();
            (applied.Amount <= (applied.Promotion.MaximumDiscount ?? long.MaxValue)).ShouldBeTrue();
        }
    });

    [Fact]
    public void The_tax_of_a_discounted_order_is_the_tax_of_its_discounted_lines() => Holds((basket, promotions, circumstances) =>
    {
        var result = DiscountCalculator.Calculate(basket, new PromotionSet(promotions), circumstances);
        var discounts = result.Lines.ToDictionary(line => line.LineId, line => line.Amount);
        PricedLine[] priced = [.. basket.Lines.Select(line => new PricedLine(line.UnitPrice, line.Quantity, discounts.GetValueOrDefault(line.LineId)))];
        foreach (var rule in new[] { new TaxRule(1900, true), new TaxRule(725, false), TaxRule.None })
        {
            var totals = Totals.Of(priced, basket.Shipping, result.ShippingDiscount, rule);
            totals.Discount.ShouldBe(result.Applied.Sum(applied => applied.Amount));
            totals.Tax.ShouldBe(totals.Lines.Sum(line => line.Tax) + totals.ShippingTax);
            totals.Total.ShouldBe(totals.Subtotal + totals.Shipping - totals.Discount + (rule.IncludedInPrices ? 0 : totals.Tax));
            totals.Lines.ShouldAllBe(line => line.Tax >= 0 && line.Total >= 0);
        }
    });

    private static string Outline(DiscountCalculation calculation) => string.Join(
        '\n',
        calculation.Applied.Select(applied => $"{applied.Promotion.Id} {applied.CouponCode} {applied.Shipping} {string.Join(',', applied.Shares)}")
            .Concat(calculation.Refused.Select(refused => $"{refused.Promotion?.Id} {refused.CouponCode} {refused.Code}").Order(StringComparer.Ordinal)));

    [Fact]
    public void The_samples_reach_the_hard_cases()
    {
        var results = Samples.Cases().Sample(300, 50).Select(sample =>
            (sample.Basket, Result: DiscountCalculator.Calculate(sample.Basket, new PromotionSet(sample.Promotions), sample.Circumstances), sample.Circumstances)).ToArray();
        results.ShouldContain(one => one.Result.Applied.Count(applied => applied.Amount > 0) >= 6, "many stack");
        results.ShouldContain(one => one.Basket.Lines.Any(line => line.UnitPrice == 0) && one.Result.Lines.Count > 0);
        results.ShouldContain(one => one.Basket.Lines.Any(line => line.Quantity == Quantity.Maximum && one.Result.Lines.Any(share => share.LineId == line.LineId)));
        results.Select(one => one.Basket.Currency.Exponent).Distinct().Order().ShouldBe([0, 2, 3, 4]);
        results.ShouldContain(one => one.Result.Applied.Any(applied =>
            one.Circumstances.Usage[applied.Promotion.Id].Spent + applied.Amount == applied.Promotion.Budget), "a budget is used up");
        results.SelectMany(one => one.Result.Applied).Where(applied => applied.Amount > 0).Select(applied => applied.Promotion.Action).Distinct().Count()
            .ShouldBe(Enum.GetValues<PromotionAction>().Length);
        foreach (var code in new[]
        {
            RefusalReasons.Unknown, RefusalReasons.Exhausted, RefusalReasons.CustomerLimit, RefusalReasons.MinimumSpend, RefusalReasons.MinimumQuantity,
            RefusalReasons.CustomerGroup, RefusalReasons.FirstOrderOnly, RefusalReasons.NotApplicable, RefusalReasons.NotCombinable,
        })
        {
            results.ShouldContain(one => one.Result.Refused.Any(refused => refused.Code == code), code);
        }
    }

    private static void Holds(Action<Basket, Promotion[], Circumstances> property) => Prop.ForAll(
        Samples.Cases().ToArbitrary(), sample => property(sample.Basket, sample.Promotions, sample.Circumstances))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(300));
}
