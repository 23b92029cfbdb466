using Ecommerce.DiscountService.Domain;

namespace Ecommerce.DiscountService.Application;

/// <summary>Loads and stores promotions; one unit of work per scope.</summary>
internal interface IPromotionStore
{
    /// <summary>The promotion, to be changed.</summary>
    Task<Promotion?> FindAsync(PromotionId id, CancellationToken cancellationToken);

    /// <summary>Promotions for staff, newest first.</summary>
    /// <param name="search">Which.</param>
    /// <param name="before">Only older ones; null for the first page.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task<IReadOnlyList<Promotion>> ListAsync(PromotionSearch search, Guid? before, int limit, CancellationToken cancellationToken);

    /// <summary>Adds a new promotion; it is stored with the next save.</summary>
    void Add(Promotion promotion);

    /// <summary>Commits the changes, with the counters that a promotion needs once it is active.</summary>
    /// <returns>False where an active promotion has the coupon code: then nothing is stored.</returns>
    Task<bool> TrySaveAsync(Promotion promotion, CancellationToken cancellationToken);
}
