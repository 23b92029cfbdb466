using Ecommerce.DiscountService.Domain;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.DiscountService.Application.ManagePromotions;

/// <summary>Starts a promotion.</summary>
internal sealed class CreatePromotionHandler(IPromotionStore promotions, IPromotionCatalogue catalogue, TimeProvider clock)
{
    public async Task<Result<Promotion>> HandleAsync(PromotionId id, PromotionTerms terms, CancellationToken cancellationToken)
    {
        // A repetition after a crash in the middle: it is there already.
        if (await promotions.FindAsync(id, cancellationToken) is { } begun)
        {
            return begun;
        }

        var created = Promotion.Create(id, terms, clock.GetUtcNow());
        if (!created.IsSuccess)
        {
            return created.Error;
        }

        if (!await promotions.TryAddAsync(created.Value, cancellationToken))
        {
            return PromotionErrors.CouponTaken;
        }

        await catalogue.ReloadAsync(cancellationToken);
        return created;
    }
}
