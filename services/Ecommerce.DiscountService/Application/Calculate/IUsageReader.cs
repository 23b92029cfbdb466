using Ecommerce.DiscountService.Domain;

namespace Ecommerce.DiscountService.Application.Calculate;

/// <summary>Reads what the database knows: counters, the customer, generated coupons.</summary>
internal interface IUsageReader
{
    /// <summary>How often some promotions are held or redeemed, by all and by the customer of some keys, and what is known of the customer: one query.</summary>
    Task<(IReadOnlyDictionary<PromotionId, PromotionUsage> Usage, CustomerFacts Customer)> ReadAsync(
        IReadOnlyList<PromotionId> promotions, IReadOnlyList<string> customerKeys, Guid? customerId, CancellationToken cancellationToken);

    /// <summary>The generated coupons among some codes.</summary>
    Task<IReadOnlyDictionary<string, GeneratedCoupon>> FindCouponsAsync(IReadOnlyList<string> codes, CancellationToken cancellationToken);
}
