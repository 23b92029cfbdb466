using Ecommerce.SharedKernel.Monetary;

namespace Ecommerce.DiscountService.Domain;

/// <summary>What the actions take off. Each works on what is left of the lines, so none takes more than there is.</summary>
internal static class PromotionActions
{
    /// <summary>Why the action finds nothing in a basket to begin with.</summary>
    public static string? RefusalOf(Promotion promotion, Basket basket, long spend, long quantity) => promotion switch
    {
        { Action: PromotionAction.BuyXGetY } when Rewards(promotion, basket.Lines).Units == 0 =>
            quantity >= promotion.Details!.BuyQuantity && LacksReward(promotion, basket.Lines) ? RefusalReasons.RewardMissing : RefusalReasons.MinimumQuantity,
        { Action: PromotionAction.Bundle } when Bundles(promotion, basket.Lines) == 0 => RefusalReasons.BundleIncomplete,
        { Action: PromotionAction.Tiered, Details.TierBasis: TierBasis.Spend } when TierOf(promotion, spend) is null => RefusalReasons.MinimumSpend,
        { Action: PromotionAction.Tiered, Details.TierBasis: TierBasis.Quantity } when TierOf(promotion, quantity) is null => RefusalReasons.MinimumQuantity,
        _ => null,
    };

    /// <param name="promotion">One whose conditions hold.</param>
    /// <param name="lines">In the order of their ids.</param>
    /// <param name="left">What each line still costs.</param>
    /// <returns>What would be taken off each line without a maximum or a budget.</returns>
    public static long[] TakeOff(Promotion promotion, BasketLine[] lines, long[] left)
    {
        return promotion.Action switch
        {
            PromotionAction.Percentage => ShareOf(promotion, promotion.BasisPoints, lines, left),
            PromotionAction.FixedAmount => AmountOf(promotion, promotion.Amount, lines, left),
            PromotionAction.FixedPrice => [.. lines.Select((line, i) => promotion.IsFor(line) ? Math.Max(0, left[i] - (promotion.Amount * line.Quantity)) : 0)],
            PromotionAction.Tiered => ByTier(promotion, lines, left),
            PromotionAction.BuyXGetY => ByReward(promotion, lines, left),
            PromotionAction.Bundle => ByBundle(promotion, lines, left),
            PromotionAction.FreeShipping => new long[lines.Length],
            _ => throw new InvalidOperationException($"There is no action {promotion.Action}."),
        };
    }

    private static long[] ShareOf(Promotion promotion, int basisPoints, BasketLine[] lines, long[] left)
    {
        var weights = Weights(promotion, lines, left);
        return Split(Rounding.Share(weights.Sum(), basisPoints), weights);
    }

    private static long[] AmountOf(Promotion promotion, long amount, BasketLine[] lines, long[] left)
    {
        var weights = Weights(promotion, lines, left);
        return Split(Math.Min(amount, weights.Sum()), weights);
    }

    private static long[] ByTier(Promotion promotion, BasketLine[] lines, long[] left)
    {
        var counted = lines.Where(promotion.IsFor).Sum(line => promotion.Details!.TierBasis == TierBasis.Spend ? line.Subtotal : line.Quantity);
        var tier = TierOf(promotion, counted)!;
        return tier.BasisPoints > 0 ? ShareOf(promotion, tier.BasisPoints, lines, left) : AmountOf(promotion, tier.Amount, lines, left);
    }

    private static long[] ByReward(Promotion promotion, BasketLine[] lines, long[] left)
    {
        var (units, isReward) = Rewards(promotion, lines);
        var taken = new long[lines.Length];
        foreach (var i in Enumerable.Range(0, lines.Length).Where(i => isReward(lines[i])).OrderBy(i => lines[i].UnitPrice).ThenBy(i => i))
        {
            var count = Math.Min(units, lines[i].Quantity);
            taken[i] = Rounding.Share(ValueOf(count, lines[i], left[i]), promotion.BasisPoints);
            units -= count;
        }

        return taken;
    }

    private static long[] ByBundle(Promotion promotion, BasketLine[] lines, long[] left)
    {
        var bundles = Bundles(promotion, lines);
        var values = new long[lines.Length];
        foreach (var item in promotion.Details!.Bundle)
        {
            var units = bundles * item.Quantity;
            foreach (var i in Enumerable.Range(0, lines.Length)
                .Where(i => lines[i].ProductId == item.ProductId).OrderByDescending(i => lines[i].UnitPrice).ThenBy(i => i))
            {
                var count = Math.Min(units, lines[i].Quantity);
                values[i] = ValueOf(count, lines[i], left[i]);
                units -= count;
            }
        }

        return Split(Math.Max(0, values.Sum() - checked(bundles * promotion.Amount)), values);
    }

    /// <summary>How many units cost less, and which lines they are of; the cheapest come first.</summary>
    private static (long Units, Func<BasketLine, bool> IsReward) Rewards(Promotion promotion, IReadOnlyList<BasketLine> lines)
    {
        var details = promotion.Details!;
        if (details.RewardProductIds.Count == 0)
        {
            var units = lines.Where(promotion.IsFor).Sum(line => (long)line.Quantity);
            return (units / (details.BuyQuantity + details.GetQuantity) * details.GetQuantity, promotion.IsFor);
        }

        // A reward is not bought, too.
        bool IsReward(BasketLine line) => details.RewardProductIds.Contains(line.ProductId);
        var bought = lines.Where(line => promotion.IsFor(line) && !IsReward(line)).Sum(line => (long)line.Quantity);
        return (Math.Min(bought / details.BuyQuantity * details.GetQuantity, lines.Where(IsReward).Sum(line => (long)line.Quantity)), IsReward);
    }

    private static bool LacksReward(Promotion promotion, IReadOnlyList<BasketLine> lines) =>
        promotion.Details!.RewardProductIds is { Count: > 0 } rewards && !lines.Any(line => rewards.Contains(line.ProductId));

    /// <summary>How many whole bundles there are.</summary>
    private static long Bundles(Promotion promotion, IReadOnlyList<BasketLine> lines) => promotion.Details!.Bundle.Min(item =>
        lines.Where(line => line.ProductId == item.ProductId).Sum(line => (long)line.Quantity) / item.Quantity);

    private static DiscountTier? TierOf(Promotion promotion, long counted) => promotion.Details!.Tiers.LastOrDefault(tier => tier.From <= counted);

    // What some units of a line still cost, rounded down: never more than the line.
    private static long ValueOf(long units, BasketLine line, long left) => (long)((Int128)left * units / line.Quantity);

    private static long[] Weights(Promotion promotion, BasketLine[] lines, long[] left)
    {
        var weights = new long[lines.Length];
        for (var i = 0; i < lines.Length; i++)
        {
            weights[i] = promotion.IsFor(lines[i]) ? left[i] : 0;
        }

        return weights;
    }

    // By what is left of each line: no share can be more than that. Most promotions are for few lines: only those are split over.
    private static long[] Split(long amount, long[] weights)
    {
        var parts = new long[weights.Length];
        if (amount == 0)
        {
            return parts;
        }

        var some = Array.FindAll(weights, weight => weight > 0);
        if (some.Length == weights.Length)
        {
            return Allocation.Split(amount, weights);
        }

        var shares = Allocation.Split(amount, some);
        for (int i = 0, next = 0; i < weights.Length; i++)
        {
            parts[i] = weights[i] > 0 ? shares[next++] : 0;
        }

        return parts;
    }
}
