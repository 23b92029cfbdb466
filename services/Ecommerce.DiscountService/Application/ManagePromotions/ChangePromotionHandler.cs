using Ecommerce.DiscountService.Domain;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.DiscountService.Application.ManagePromotions;

/// <summary>Changes a promotion: its terms while it is a draft, then its life.</summary>
internal sealed class ChangePromotionHandler(IPromotionStore promotions, IPromotionCatalogue catalogue, TimeProvider clock)
{
    /// <param name="id">The promotion.</param>
    /// <param name="version">The version that the change is based on; null for any.</param>
    /// <param name="change">What changes; told the time.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Result<Promotion>> HandleAsync(
        PromotionId id, int? version, Func<Promotion, DateTimeOffset, Result> change, CancellationToken cancellationToken)
    {
        if (await promotions.FindAsync(id, cancellationToken) is not { } promotion)
        {
            return PromotionErrors.NotFound;
        }

        if (version is not null && version != promotion.Version)
        {
            return PromotionErrors.Stale;
        }

        var changed = change(promotion, clock.GetUtcNow());
        if (!changed.IsSuccess)
        {
            return changed.Error;
        }

        if (!await promotions.TrySaveAsync(promotion, cancellationToken))
        {
            return PromotionErrors.CouponTaken;
        }

        await catalogue.ReloadAsync(cancellationToken);
        return promotion;
    }
}
