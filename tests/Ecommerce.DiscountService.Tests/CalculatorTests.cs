using Ecommerce.DiscountService.Domain;
using static Ecommerce.DiscountService.Tests.Samples;

namespace Ecommerce.DiscountService.Tests;

/// <summary>Each condition and each action by an example.</summary>
public sealed class CalculatorTests
{
    [Fact]
    public void A_percentage_of_the_undiscounted_total_does_not_make_a_free_order()
    {
        var fixedAmount = Make(1, Terms(PromotionAction.FixedAmount) with { Amount = 900, Priority = 2 });
        var half = Make(2, Terms(PromotionAction.Percentage) with { BasisPoints = 5000 });
        Calculate(BasketOf(Line(1, 1, 1000)), fixedAmount, half).Lines.Single().Amount.ShouldBe(950);
    }

    [Fact]
    public void What_cannot_be_combined_stands_alone_and_the_first_tried_keeps_its_place()
    {
        var first = Make(1, Terms(PromotionAction.Percentage, "FIRST") with { BasisPoints = 1000, Priority = 2, Combinable = false });
        var second = Make(2, Terms(PromotionAction.Percentage, "SECOND") with { BasisPoints = 1000 });
        var result = Calculate(BasketOf(Line(1, 1, 1000)) with { CouponCodes = ["SECOND", "FIRST"] }, first, second);
        result.Applied.Single().CouponCode.ShouldBe("FIRST");
        result.Refused.Single().ShouldBe(new RefusedPromotion("SECOND", second, "coupon.not_combinable"));
    }

    [Fact]
    public void Of_an_exclusion_group_one_applies_and_others_stack_beside_it()
    {
        var summer = Make(1, Terms(PromotionAction.Percentage) with { BasisPoints = 1000, Priority = 3, ExclusionGroup = "season" });
        var winter = Make(2, Terms(PromotionAction.Percentage) with { BasisPoints = 2000, Priority = 2, ExclusionGroup = "season" });
        var other = Make(3, Terms(PromotionAction.Percentage) with { BasisPoints = 1000, Priority = 1 });
        var result = Calculate(BasketOf(Line(1, 1, 1000)), summer, winter, other);
        result.Applied.Select(applied => applied.Amount).ShouldBe([100, 90]);
        result.Refused.Single().Promotion.ShouldBe(winter);
    }

    [Fact]
    public void A_fixed_price_is_per_unit_and_never_raises_a_price()
    {
        var sale = Make(1, Terms(PromotionAction.FixedPrice) with { Amount = 700 });
        Calculate(BasketOf(Line(1, 3, 1000), Line(2, 2, 500)), sale).Lines.ShouldBe([new LineShare(IdOf(1), 900)]);
    }

    [Fact]
    public void Buy_two_get_one_frees_the_cheapest_third()
    {
        var third = Make(1, Terms(PromotionAction.BuyXGetY) with { BasisPoints = 10_000, Details = new() { BuyQuantity = 2, GetQuantity = 1 } });
        Calculate(BasketOf(Line(1, 4, 1000), Line(2, 3, 300)), third).Lines.ShouldBe([new LineShare(IdOf(2), 600)]);
        Calculate(BasketOf(Line(1, 2, 1000)), third).Refused.Single().Code.ShouldBe("coupon.minimum_quantity");
    }

    [Fact]
    public void Buy_a_phone_get_a_case_at_half_price()
    {
        var rewards = new ActionDetails { BuyQuantity = 1, GetQuantity = 1, RewardProductIds = [IdOf(102)] };
        var half = Make(1, Terms(PromotionAction.BuyXGetY) with { BasisPoints = 5000, ProductIds = [IdOf(101)], Details = rewards });
        Calculate(BasketOf(Line(1, 1, 50_000), Line(2, 3, 2000)), half).Lines.ShouldBe([new LineShare(IdOf(2), 1000)]);
        Calculate(BasketOf(Line(2, 3, 2000)), half).Refused.Single().Code.ShouldBe("coupon.not_applicable");
    }

    [Fact]
    public void Who_lacks_the_reward_is_told_to_add_it_and_not_to_buy_more()
    {
        var rewards = new ActionDetails { BuyQuantity = 2, GetQuantity = 1, RewardProductIds = [IdOf(102)] };
        var free = Make(1, Terms(PromotionAction.BuyXGetY) with { BasisPoints = 10_000, ProductIds = [IdOf(101)], Details = rewards });
        var refused = Calculate(BasketOf(Line(1, 5, 1000)), free).Refused.Single();
        refused.Code.ShouldBe("coupon.reward_missing");
        refused.Reason.ShouldBe("The coupon makes another article cheaper, which is not in the cart yet.");
        Calculate(BasketOf(Line(1, 1, 1000), Line(2, 1, 500)), free).Refused.Single().Reason.ShouldBe("The coupon needs at least 2 of its articles.");
    }

    [Fact]
    public void The_highest_tier_that_is_reached_counts()
    {
        var tiers = new ActionDetails { TierBasis = TierBasis.Spend, Tiers = [new(5000, 500, 0), new(10_000, 1000, 0), new(20_000, 0, 5000)] };
        var tiered = Make(1, Terms(PromotionAction.Tiered) with { Details = tiers });
        long OffA(long price) => Calculate(BasketOf(Line(1, 1, price)), tiered).Lines.Sum(line => line.Amount);
        OffA(4999).ShouldBe(0);
        OffA(5000).ShouldBe(250);
        OffA(10_000).ShouldBe(1000);
        OffA(20_000).ShouldBe(5000);
        Calculate(BasketOf(Line(1, 1, 4999)), tiered).Refused.Single().Reason.ShouldBe("The coupon needs articles for at least 50.00 USD.");
    }

    [Fact]
    public void A_bundle_costs_its_price_as_often_as_it_is_whole()
    {
        var bundle = new ActionDetails { Bundle = [new(IdOf(101), 1), new(IdOf(102), 2)] };
        var set = Make(1, Terms(PromotionAction.Bundle) with { Amount = 1500, Details = bundle });

        // Two sets of 1000 + 2 × 500 for 15.00 each; what is over costs what it costs.
        var result = Calculate(BasketOf(Line(1, 3, 1000), Line(2, 5, 500)), set);
        result.Lines.Sum(line => line.Amount).ShouldBe(1000);
        result.Lines.ShouldBe([new LineShare(IdOf(1), 500), new LineShare(IdOf(2), 500)]);
        Calculate(BasketOf(Line(1, 3, 1000), Line(2, 1, 500)), set).Refused.Single().Code.ShouldBe("coupon.bundle_incomplete");

        // Of one product at two prices the dearer unit is in the bundle.
        Calculate(BasketOf(new BasketLine(IdOf(0), IdOf(101), [], 1, 400), Line(1, 1, 1000), Line(2, 2, 500)), set).Lines.Sum(line => line.Amount).ShouldBe(500);
    }

    [Fact]
    public void A_share_can_have_a_most()
    {
        var capped = Make(1, Terms(PromotionAction.Percentage) with { BasisPoints = 5000, MaximumDiscount = 101 });
        var result = Calculate(BasketOf(Line(1, 1, 1000), Line(2, 1, 1000)), capped);
        result.Lines.Select(line => line.Amount).ShouldBe([51, 50]);
        result.Applied.Single().Note.ShouldBe("This offer takes at most 1.01 USD off an order.");
    }

    [Fact]
    public void Groups_and_first_orders_are_asked_of_the_customer()
    {
        var gold = Make(1, Terms(PromotionAction.Percentage, "GOLD") with { BasisPoints = 1000, CustomerGroups = ["gold", "staff"] });
        var welcome = Make(2, Terms(PromotionAction.Percentage, "WELCOME") with { BasisPoints = 1000, FirstOrderOnly = true });
        string[] Refused(CustomerFacts customer) =>
        [
            .. DiscountCalculator.Calculate(
                    BasketOf(Line(1, 1, 1000)) with { CouponCodes = ["GOLD", "WELCOME"] },
                    new PromotionSet([gold, welcome]), Circumstances.At(Now) with { Customer = customer })
                .Refused.Select(refused => refused.Code),
        ];
        Refused(CustomerFacts.Nobody).ShouldBe(["coupon.customer_group"]);
        Refused(new CustomerFacts(["staff"], true)).ShouldBe(["coupon.first_order_only"]);
        Refused(new CustomerFacts(["gold"], false)).ShouldBeEmpty();
    }

    [Fact]
    public void Dates_currency_and_minimums_refuse_with_a_reason()
    {
        var basket = BasketOf(Line(1, 2, 1000)) with { CouponCodes = ["X"] };
        string? Refusal(PromotionTerms terms) => Calculate(basket, Make(1, terms with { CouponCode = "X", BasisPoints = 1000 })).Refused.SingleOrDefault()?.Code;
        var terms = Terms(PromotionAction.Percentage);
        Refusal(terms).ShouldBeNull();
        Refusal(terms with { StartsAt = Now.AddSeconds(1) }).ShouldBe("coupon.not_started");
        Refusal(terms with { EndsAt = Now }).ShouldBe("coupon.expired");
        Refusal(terms with { Currency = SharedKernel.Monetary.Currency.From("EUR") }).ShouldBe("coupon.not_applicable");
        Refusal(terms with { MinimumSpend = 2001 }).ShouldBe("coupon.minimum_spend");
        Refusal(terms with { MinimumQuantity = 3 }).ShouldBe("coupon.minimum_quantity");
        Refusal(terms with { StartsAt = Now, EndsAt = Now.AddTicks(1), MinimumSpend = 2000, MinimumQuantity = 2 }).ShouldBeNull("what is just reached is enough");
        Refusal(terms with { ProductIds = [IdOf(7)] }).ShouldBe("coupon.not_applicable");
        Calculate(basket).Refused.Single().Code.ShouldBe("coupon.unknown");
    }

    [Fact]
    public void The_last_discount_of_a_budget_is_what_the_budget_has_left_split_to_the_cent()
    {
        var promotion = Make(1, Terms(PromotionAction.Percentage) with { BasisPoints = 1000, Budget = 1000 });
        DiscountCalculation Spent(long spent) => DiscountCalculator.Calculate(
            BasketOf(Line(1, 1, 500), Line(2, 1, 300), Line(3, 1, 200)), new PromotionSet([promotion]),
            Circumstances.At(Now) with { Usage = new Dictionary<PromotionId, PromotionUsage> { [promotion.Id] = new(0, 0, spent) } });
        Spent(900).Applied.Single().Amount.ShouldBe(100);
        Spent(900).Applied.Single().Note.ShouldBeNull();
        Spent(901).Applied.Single().Note.ShouldBe("This offer is nearly used up: what is left of it is taken off.");
        Spent(901).Lines.Select(line => line.Amount).ShouldBe([49, 30, 20]);
        Spent(999).Lines.ShouldBe([new LineShare(IdOf(1), 1)]);
        Spent(1000).Refused.Single().Code.ShouldBe("coupon.exhausted");
        Spent(1001).Refused.Single().Code.ShouldBe("coupon.exhausted", "what was confirmed late went beyond it");
    }

    [Fact]
    public void Free_shipping_too_takes_what_is_left_of_its_budget()
    {
        var promotion = Make(1, Terms(PromotionAction.FreeShipping) with { Budget = 1000, MaximumDiscount = 500 });
        long Spent(long spent) => DiscountCalculator.Calculate(
            BasketOf(Line(1, 1, 500)) with { Shipping = 700 }, new PromotionSet([promotion]),
            Circumstances.At(Now) with { Usage = new Dictionary<PromotionId, PromotionUsage> { [promotion.Id] = new(0, 0, spent) } }).ShippingDiscount;
        Spent(0).ShouldBe(500);
        Spent(600).ShouldBe(400);
    }

    [Fact]
    public void Terms_that_make_no_sense_are_refused()
    {
        string? Refusal(PromotionTerms terms) => Promotion.Create(new PromotionId(IdOf(1)), terms, Now).Error?.Code;
        var terms = Terms(PromotionAction.Percentage) with { BasisPoints = 1 };
        Refusal(terms).ShouldBeNull();
        Refusal(terms with { BasisPoints = 0 }).ShouldBe("promotion.action_invalid");
        Refusal(terms with { Action = PromotionAction.BuyXGetY }).ShouldBe("promotion.action_invalid");
        Refusal(terms with { Action = PromotionAction.Tiered, BasisPoints = 0, Details = new() { Tiers = [new(2, 1, 0), new(2, 2, 0)] } }).ShouldBe("promotion.action_invalid");
        Refusal(terms with { Currency = null, Budget = 1 }).ShouldBe("promotion.currency_required");
        Refusal(terms with { CouponCode = "X", GeneratedCoupons = true }).ShouldBe("promotion.coupons_either_way");
        Refusal(terms with { StartsAt = Now, EndsAt = Now }).ShouldBe("promotion.ends_too_early");
    }
}
