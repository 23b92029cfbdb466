using Ecommerce.DiscountService.Domain;
using Ecommerce.SharedKernel.Monetary;
using FsCheck;
using FsCheck.Fluent;

namespace Ecommerce.DiscountService.Tests;

public sealed class CalculatorProperties
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly Guid[] Categories = [.. Enumerable.Range(1, 3).Select(IdOf)];
    private static readonly Dictionary<PromotionId, PromotionUsage> Unused = [];

    [Fact]
    public void Nothing_goes_below_zero_and_every_promotion_sums_to_its_shares() => Holds((basket, promotions) =>
    {
        var result = DiscountCalculator.Calculate(basket, new PromotionSet(promotions), Unused, Now);
        result.ShippingDiscount.ShouldBeInRange(0, basket.Shipping);
        foreach (var line in result.Lines)
        {
            line.Amount.ShouldBeInRange(0, basket.Lines.Single(candidate => candidate.LineId == line.LineId).Subtotal);
        }

        result.Applied.Sum(applied => applied.Amount).ShouldBe(result.Lines.Sum(line => line.Amount) + result.ShippingDiscount);
        result.Applied.SelectMany(applied => applied.Shares).ShouldAllBe(share => share.Amount >= 0);
    });

    [Fact]
    public void The_order_of_lines_does_not_matter() => Holds((basket, promotions) =>
    {
        var turned = basket with { Lines = [.. basket.Lines.Reverse()] };
        var one = DiscountCalculator.Calculate(basket, new PromotionSet(promotions), Unused, Now);
        var other = DiscountCalculator.Calculate(turned, new PromotionSet(promotions), Unused, Now);
        other.Lines.OrderBy(line => line.LineId).ShouldBe(one.Lines.OrderBy(line => line.LineId));
        other.ShippingDiscount.ShouldBe(one.ShippingDiscount);
    });

    [Fact]
    public void Every_coupon_is_either_applied_or_refused_with_a_reason() => Holds((basket, promotions) =>
    {
        var result = DiscountCalculator.Calculate(basket, new PromotionSet(promotions), Unused, Now);
        string[] explained = [.. result.Applied.Select(applied => applied.Promotion.CouponCode).Concat(result.Refused.Select(refused => refused.CouponCode)).OfType<string>()];
        explained.Order().ShouldBe(basket.CouponCodes.Distinct().Order());
    });

    [Fact]
    public void A_percentage_of_what_a_fixed_amount_left_does_not_make_a_free_order()
    {
        var promotions = new[] { Make(1, Terms(PromotionAction.FixedAmount) with { Amount = 900, Priority = 2 }), Make(2, Terms(PromotionAction.Percentage) with { BasisPoints = 5000 }) };
        var basket = new Basket(Currency.From("USD"), [new BasketLine(IdOf(1), IdOf(1), [], 1, 1000)], 0, []);
        DiscountCalculator.Calculate(basket, new PromotionSet(promotions), Unused, Now).Lines.Single().Amount.ShouldBe(950);
    }

    [Fact]
    public void What_cannot_be_combined_stands_alone()
    {
        var promotions = new[] { Make(1, Terms(PromotionAction.Percentage, "FIRST") with { BasisPoints = 1000, Priority = 2, Combinable = false }), Make(2, Terms(PromotionAction.Percentage, "SECOND") with { BasisPoints = 1000 }) };
        var basket = new Basket(Currency.From("USD"), [new BasketLine(IdOf(1), IdOf(1), [], 1, 1000)], 0, ["SECOND", "FIRST"]);
        var result = DiscountCalculator.Calculate(basket, new PromotionSet(promotions), Unused, Now);
        result.Applied.Single().Promotion.CouponCode.ShouldBe("FIRST");
        result.Refused.Single().ShouldBe(new RefusedPromotion("SECOND", promotions[1].Id, "coupon.not_combinable"));
    }

    private static void Holds(Action<Basket, Promotion[]> property) =>
        Prop.ForAll(Baskets().ToArbitrary(), Promotions().ToArbitrary(), property).QuickCheckThrowOnFailure();

    private static Guid IdOf(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);

    private static PromotionTerms Terms(PromotionAction action, string? coupon = null) =>
        new("Promotion", coupon, Currency.From("USD"), null, null, 0, [], [], action, 0, 0, null, null, 0, Combinable: true);

    private static Promotion Make(int number, PromotionTerms terms) => Promotion.Create(new PromotionId(IdOf(number)), terms, Now.AddDays(-1)).Value!;

    private static Gen<Basket> Baskets() =>
        from prices in Gen.Choose(0, 100_000).NonEmptyListOf()
        from quantities in Gen.Choose(1, 50).ListOf(prices.Count)
        from categories in Gen.Choose(0, 2).ListOf(prices.Count)
        from shipping in Gen.Choose(0, 5000)
        from coupons in Gen.Elements("A", "B", "C", "UNKNOWN").ListOf(3)
        select new Basket(
            Currency.From("USD"),
            [.. prices.Select((price, index) => new BasketLine(IdOf(index + 1), IdOf(100 + index), [Categories[categories[index]]], quantities[index], price))],
            shipping,
            [.. coupons]);

    private static Gen<Promotion[]> Promotions() =>
        from actions in Gen.Choose(0, 2).ListOf(5)
        from sizes in Gen.Choose(1, 10_000).ListOf(5)
        from combinable in Gen.Elements(true, false).ListOf(5)
        from category in Gen.Choose(0, 3).ListOf(5)
        from minimum in Gen.Choose(0, 50_000).ListOf(5)
        select Enumerable.Range(0, 5).Select(i => Make(i + 1, Terms((PromotionAction)actions[i], i < 3 ? ((char)('A' + i)).ToString() : null) with
        {
            BasisPoints = actions[i] == (int)PromotionAction.Percentage ? sizes[i] : 0,
            Amount = actions[i] == (int)PromotionAction.FixedAmount ? sizes[i] : 0,
            Combinable = combinable[i],
            CategoryIds = category[i] == 3 ? [] : [Categories[category[i]]],
            MinimumSpend = minimum[i],
            Priority = i % 3,
        })).ToArray();
}
