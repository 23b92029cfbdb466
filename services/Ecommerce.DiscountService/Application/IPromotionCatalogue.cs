using Ecommerce.DiscountService.Domain;

namespace Ecommerce.DiscountService.Application;

/// <summary>The active promotions in memory, at most a few seconds old.</summary>
internal interface IPromotionCatalogue
{
    /// <summary>What is active.</summary>
    ValueTask<PromotionSet> GetAsync(CancellationToken cancellationToken);

    /// <summary>Takes a change over at once.</summary>
    Task ReloadAsync(CancellationToken cancellationToken);
}
