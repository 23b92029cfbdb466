using Ecommerce.DiscountService.Domain;

namespace Ecommerce.DiscountService.Application;

/// <summary>Loads and stores promotions; one unit of work per scope.</summary>
internal interface IPromotionStore
{
    /// <summary>The promotion, to be changed.</summary>
    Task<Promotion?> FindAsync(PromotionId id, CancellationToken cancellationToken);

    /// <summary>Promotions for staff, newest first.</summary>
    /// <param name="before">Only older ones; null for the first page.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task<IReadOnlyList<Promotion>> ListAsync(Guid? before, int limit, CancellationToken cancellationToken);

    /// <summary>Adds a new promotion and commits.</summary>
    /// <returns>False where its coupon code is taken: then nothing is stored.</returns>
    Task<bool> TryAddAsync(Promotion promotion, CancellationToken cancellationToken);

    /// <summary>Commits the changes.</summary>
    Task SaveAsync(CancellationToken cancellationToken);
}
