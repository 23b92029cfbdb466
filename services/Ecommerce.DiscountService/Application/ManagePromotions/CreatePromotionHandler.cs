using Ecommerce.DiscountService.Domain;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.DiscountService.Application.ManagePromotions;

/// <summary>Makes a promotion: a draft, or an active one at once.</summary>
internal sealed class CreatePromotionHandler(IPromotionStore promotions, IPromotionCatalogue catalogue, TimeProvider clock)
{
    public async Task<Result<Promotion>> HandleAsync(PromotionId id, PromotionTerms terms, bool activate, CancellationToken cancellationToken)
    {
        // A repetition after a crash in the middle: it is there already.
        if (await promotions.FindAsync(id, cancellationToken) is { } begun)
        {
            return begun;
        }

        var now = clock.GetUtcNow();
        var created = Promotion.Create(id, terms, now);
        if (!created.IsSuccess)
        {
            return created.Error;
        }

        var activated = activate ? created.Value.Activate(now) : Result.Success;
        if (!activated.IsSuccess)
        {
            return activated.Error;
        }

        promotions.Add(created.Value);
        if (!await promotions.TrySaveAsync(created.Value, cancellationToken))
        {
            return PromotionErrors.CouponTaken;
        }

        if (activate)
        {
            await catalogue.ReloadAsync(cancellationToken);
        }

        return created;
    }
}
