using Ecommerce.DiscountService.Domain;

namespace Ecommerce.DiscountService.Application.Calculate;

/// <summary>
/// Calculates from memory. Only promotions that would otherwise apply and have a limit or ask who the customer is cost a look at the
/// database, and so do coupons that are no promotion's own code.
/// </summary>
internal sealed class CalculateDiscountsHandler(IPromotionCatalogue catalogue, IUsageReader facts, TimeProvider clock)
{
    public async Task<DiscountCalculation> HandleAsync(Basket basket, Guid? customerId, string? email, CancellationToken cancellationToken)
    {
        var promotions = await catalogue.GetAsync(cancellationToken);
        var circumstances = await GatherAsync(basket, promotions, customerId, email, cancellationToken);
        return DiscountCalculator.Calculate(basket, promotions, circumstances);
    }

    /// <summary>All that a calculation depends on besides the basket and the promotions.</summary>
    public async Task<Circumstances> GatherAsync(
        Basket basket, PromotionSet promotions, Guid? customerId, string? email, CancellationToken cancellationToken)
    {
        var circumstances = Circumstances.At(clock.GetUtcNow());
        var others = basket.CouponCodes.Count == 0 ? [] : promotions.NoCodeAmong(basket.CouponCodes);
        if (others.Length > 0)
        {
            circumstances = circumstances with { Coupons = await facts.FindCouponsAsync(others, cancellationToken) };
        }

        PromotionId[] asking =
        [
            .. promotions.CandidatesFor(basket, circumstances.Coupons)
                .Where(candidate => candidate.Promotion.AsksForFacts && Conditions.RefusalOf(candidate.Promotion, basket, circumstances.Now) is null)
                .Select(candidate => candidate.Promotion.Id).Distinct(),
        ];
        if (asking.Length == 0)
        {
            return circumstances;
        }

        var (usage, customer) = await facts.ReadAsync(asking, CustomerKeys.Of(customerId, email), customerId, cancellationToken);
        return circumstances with { Usage = usage, Customer = customer };
    }
}
