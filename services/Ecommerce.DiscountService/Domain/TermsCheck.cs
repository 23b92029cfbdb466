using Ecommerce.SharedKernel.Results;

namespace Ecommerce.DiscountService.Domain;

/// <summary>Whether terms make sense together.</summary>
internal static class TermsCheck
{
    private const int WholePrice = 10_000;

    public static Result Of(PromotionTerms terms)
    {
        if (terms.Currency is null && NeedsCurrency(terms))
        {
            return PromotionErrors.CurrencyRequired;
        }

        if (terms is { CouponCode: not null, GeneratedCoupons: true })
        {
            return PromotionErrors.CouponsEitherWay;
        }

        if (!ActionIsMeaningful(terms))
        {
            return PromotionErrors.ActionInvalid;
        }

        return terms.EndsAt <= terms.StartsAt ? PromotionErrors.EndsTooEarly : Result.Success;
    }

    private static bool NeedsCurrency(PromotionTerms terms) =>
        terms.MinimumSpend > 0
        || terms.Amount > 0
        || terms.MaximumDiscount is not null
        || terms.Budget is not null
        || terms.Action is PromotionAction.FixedPrice or PromotionAction.Bundle
        || (terms is { Action: PromotionAction.Tiered, Details: { } details }
            && (details.TierBasis == TierBasis.Spend || details.Tiers.Any(tier => tier.Amount > 0)));

    private static bool ActionIsMeaningful(PromotionTerms terms) => terms.Action switch
    {
        PromotionAction.Percentage => terms is { BasisPoints: >= 1 and <= WholePrice, Amount: 0, Details: null },
        PromotionAction.FixedAmount => terms is { BasisPoints: 0, Amount: > 0, Details: null },
        PromotionAction.FixedPrice => terms is { BasisPoints: 0, Amount: >= 0, Details: null },
        PromotionAction.FreeShipping => terms is { BasisPoints: 0, Amount: 0, Details: null },
        PromotionAction.BuyXGetY => terms is
        {
            BasisPoints: >= 1 and <= WholePrice, Amount: 0,
            Details: { BuyQuantity: >= 1, GetQuantity: >= 1, Tiers.Count: 0, Bundle.Count: 0 },
        },
        PromotionAction.Tiered => terms is { BasisPoints: 0, Amount: 0, Details: { BuyQuantity: 0, GetQuantity: 0, Tiers.Count: > 0, Bundle.Count: 0 } }
            && TiersClimb(terms.Details.Tiers),
        PromotionAction.Bundle => terms is
            {
                BasisPoints: 0, Amount: >= 0, CategoryIds.Count: 0, ProductIds.Count: 0,
                Details: { BuyQuantity: 0, GetQuantity: 0, Tiers.Count: 0, Bundle.Count: > 0 },
            }
            && terms.Details.Bundle.All(item => item.Quantity >= 1)
            && terms.Details.Bundle.Select(item => item.ProductId).Distinct().Count() == terms.Details.Bundle.Count,
        _ => false,
    };

    private static bool TiersClimb(IReadOnlyList<DiscountTier> tiers) =>
        tiers.All(tier => tier is { From: > 0, BasisPoints: >= 1 and <= WholePrice, Amount: 0 } or { From: > 0, BasisPoints: 0, Amount: > 0 })
        && tiers.Zip(tiers.Skip(1)).All(pair => pair.First.From < pair.Second.From);
}
