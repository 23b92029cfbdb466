using Ecommerce.DiscountService.Domain;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.DiscountService.Application.ManagePromotions;

/// <summary>Ends a promotion at once; what is reserved already stays so.</summary>
internal sealed class DeactivatePromotionHandler(IPromotionStore promotions, IPromotionCatalogue catalogue, TimeProvider clock)
{
    public async Task<Result<Promotion>> HandleAsync(PromotionId id, CancellationToken cancellationToken)
    {
        if (await promotions.FindAsync(id, cancellationToken) is not { } promotion)
        {
            return PromotionErrors.NotFound;
        }

        var deactivated = promotion.Deactivate(clock.GetUtcNow());
        if (!deactivated.IsSuccess)
        {
            return deactivated.Error;
        }

        await promotions.SaveAsync(cancellationToken);
        await catalogue.ReloadAsync(cancellationToken);
        return promotion;
    }
}
