using Ecommerce.DiscountService.Domain;
using Ecommerce.SharedKernel.Monetary;
using FsCheck;
using FsCheck.Fluent;

namespace Ecommerce.DiscountService.Tests;

/// <summary>Baskets, promotions of every kind and circumstances, made by chance.</summary>
internal static class Samples
{
    private const int FewPromotions = 8;
    private const int ManyPromotions = 40;
    private static readonly Guid[] Categories = [.. Enumerable.Range(1, 3).Select(IdOf)];

    public static DateTimeOffset Now { get; } = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    public static Currency Usd { get; } = Currency.From("USD");

    public static Guid IdOf(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);

    public static PromotionTerms Terms(PromotionAction action, string? coupon = null) =>
        new("Promotion", action) { CouponCode = coupon, Currency = Usd, Combinable = true };

    /// <summary>An active promotion.</summary>
    public static Promotion Make(int number, PromotionTerms terms)
    {
        var promotion = Promotion.Create(new PromotionId(IdOf(number)), terms, Now.AddDays(-1));
        promotion.IsSuccess.ShouldBeTrue(promotion.Error?.Message);
        promotion.Value!.Activate(Now.AddDays(-1)).IsSuccess.ShouldBeTrue();
        return promotion.Value;
    }

    /// <summary>A line of product <paramref name="product"/>, which is its id too.</summary>
    public static BasketLine Line(int product, int quantity, long price, params Guid[] categories) =>
        new(IdOf(product), IdOf(100 + product), categories, quantity, price);

    public static Basket BasketOf(params BasketLine[] lines) => new(Usd, lines, 0, []);

    public static DiscountCalculation Calculate(Basket basket, params Promotion[] promotions) =>
        DiscountCalculator.Calculate(basket, new PromotionSet(promotions), Circumstances.At(Now));

    /// <summary>A basket, promotions of its currency, few or many, and what is known besides.</summary>
    public static Gen<(Basket Basket, Promotion[] Promotions, Circumstances Circumstances)> Cases() =>
        from currency in Gen.Elements("USD", "JPY", "KWD", "CLF")
        from count in Gen.Elements(FewPromotions, FewPromotions, ManyPromotions)
        from basket in Baskets(Currency.From(currency))
        from promotions in Gen.CollectToArray(Enumerable.Range(1, count).Select(number => PromotionOf(number, Currency.From(currency))))
        from circumstances in AllCircumstances(count)
        select (basket, promotions, circumstances);

    // What is free, what costs the least and the most, and one unit or as many as a line holds, come up often.
    private static Gen<Basket> Baskets(Currency currency) =>
        from prices in Gen.Frequency((6, Gen.Choose(0, 100_000)), (1, Gen.Constant(0)), (1, Gen.Constant(1)), (1, Gen.Constant(1_000_000_000))).NonEmptyListOf()
        from quantities in Gen.Frequency((4, Gen.Choose(1, 50)), (1, Gen.Constant(1)), (1, Gen.Constant(Quantity.Maximum))).ListOf(prices.Count)
        from products in Gen.Choose(1, 6).ListOf(prices.Count)
        from categories in Gen.Choose(0, 2).ListOf(prices.Count)
        from shipping in Gen.Choose(0, 5000)
        from coupons in Gen.Elements("A", "B", "C", "GENERATED1", "GENERATED2", "UNKNOWN").ListOf(4)
        select new Basket(
            currency,
            [.. prices.Select((price, i) => new BasketLine(IdOf(i + 1), IdOf(100 + products[i]), [Categories[categories[i]]], quantities[i], price))],
            shipping,
            [.. coupons]);

    private static Gen<Circumstances> AllCircumstances(int promotions) =>
        from totals in Gen.Choose(0, 5).ListOf(promotions)
        from own in Gen.Choose(0, 2).ListOf(promotions)
        from spent in Gen.Choose(0, 65_000).ListOf(promotions)
        from groups in Gen.Elements<string[]>([], ["gold"], ["gold", "staff"])
        from hasOrdered in Gen.Elements(true, false)
        from used in Gen.Choose(0, 1)
        select new Circumstances(
            Now,
            new CustomerFacts(groups, hasOrdered),
            new Dictionary<string, GeneratedCoupon>
            {
                ["GENERATED1"] = new("GENERATED1", new PromotionId(IdOf(FewPromotions)), used, 1),
                ["GENERATED2"] = new("GENERATED2", new PromotionId(IdOf(FewPromotions)), 0, 1),
            },
            Enumerable.Range(0, promotions).ToDictionary(i => new PromotionId(IdOf(i + 1)), i => new PromotionUsage(totals[i], own[i], spent[i])));

    private static Gen<Promotion> PromotionOf(int number, Currency currency) =>
        from action in Gen.Choose(0, 6)
        from size in Gen.Choose(1, 10_000)
        from units in Gen.Choose(1, 4)
        from combinable in Gen.Frequency((7, Gen.Constant(true)), (1, Gen.Constant(false)))
        from category in Gen.Choose(0, 5)
        from minimum in Gen.Choose(0, 30_000)
        from limits in Gen.Choose(0, 7)
        from exclusion in Gen.Elements("one", "two", null, null, null, null)
        from priority in Gen.Choose(0, 2)
        select Make(number, Action((PromotionAction)action, size, units) with
        {
            Currency = currency,
            CouponCode = number <= 3 ? ((char)('A' + number - 1)).ToString() : null,
            GeneratedCoupons = number == FewPromotions,
            CategoryIds = category > 2 || action == (int)PromotionAction.Bundle ? [] : [Categories[category]],
            MinimumSpend = minimum > 15_000 ? minimum - 15_000 : 0,
            MinimumQuantity = size % 7,
            TotalLimit = limits == 1 ? 3 : null,
            PerCustomerLimit = limits == 2 ? 1 : null,
            Budget = limits == 3 ? 60_000 : null,
            MaximumDiscount = limits == 4 ? size : null,
            CustomerGroups = limits == 5 ? ["gold"] : [],
            FirstOrderOnly = limits == 6,
            Combinable = combinable,
            ExclusionGroup = exclusion,
            Priority = priority,
        });

    private static PromotionTerms Action(PromotionAction action, int size, int units) => action switch
    {
        PromotionAction.Percentage => Terms(action) with { BasisPoints = size },
        PromotionAction.FixedAmount or PromotionAction.FixedPrice => Terms(action) with { Amount = size },
        PromotionAction.FreeShipping => Terms(action),
        PromotionAction.BuyXGetY => Terms(action) with
        {
            BasisPoints = size,
            Details = new ActionDetails { BuyQuantity = units, GetQuantity = 1, RewardProductIds = size % 2 == 0 ? [] : [IdOf(101)] },
        },
        PromotionAction.Tiered => Terms(action) with
        {
            Details = new ActionDetails
            {
                TierBasis = size % 2 == 0 ? TierBasis.Spend : TierBasis.Quantity,
                Tiers = [new DiscountTier(units, 500, 0), new DiscountTier(units + 5, 0, size), new DiscountTier(units + 50_000, 2000, 0)],
            },
        },
        PromotionAction.Bundle => Terms(action) with
        {
            Amount = size,
            Details = new ActionDetails { Bundle = [new BundleItem(IdOf(101), units), new BundleItem(IdOf(102), 1)] },
        },
        _ => throw new InvalidOperationException($"There is no action {action}."),
    };
}
