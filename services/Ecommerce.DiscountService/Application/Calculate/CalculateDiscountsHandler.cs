using Ecommerce.DiscountService.Domain;

namespace Ecommerce.DiscountService.Application.Calculate;

/// <summary>Calculates from memory; only promotions with a limit that would otherwise apply cost a look at the database.</summary>
internal sealed class CalculateDiscountsHandler(IPromotionCatalogue catalogue, IUsageReader usages, TimeProvider clock)
{
    private static readonly Dictionary<PromotionId, PromotionUsage> NoUsage = [];

    public async Task<DiscountCalculation> HandleAsync(Basket basket, Guid? customerId, string? email, CancellationToken cancellationToken)
    {
        var promotions = await catalogue.GetAsync(cancellationToken);
        var now = clock.GetUtcNow();
        PromotionId[] limited =
        [
            .. promotions.CandidatesFor(basket)
                .Where(promotion => promotion.IsLimited && DiscountCalculator.RefusalOf(promotion, basket, now) is null)
                .Select(promotion => promotion.Id),
        ];
        var usage = limited.Length == 0 ? NoUsage : await usages.ReadAsync(limited, CustomerKeys.Of(customerId, email), cancellationToken);
        return DiscountCalculator.Calculate(basket, promotions, usage, now);
    }
}
