using Ecommerce.DiscountService.Domain;

namespace Ecommerce.DiscountService.Application.Calculate;

/// <summary>Reads the counters of limited promotions.</summary>
internal interface IUsageReader
{
    /// <summary>How often some promotions are held or redeemed, by all and by the customer of some keys.</summary>
    Task<IReadOnlyDictionary<PromotionId, PromotionUsage>> ReadAsync(
        IReadOnlyList<PromotionId> promotions, IReadOnlyList<string> customerKeys, CancellationToken cancellationToken);
}
