using Ecommerce.DiscountService.Domain;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.DiscountService.Application.GenerateCoupons;

/// <summary>Generates coupons for a promotion, once per batch id.</summary>
internal sealed class GenerateCouponsHandler(IPromotionStore promotions, ICouponStore coupons, TimeProvider clock)
{
    public async Task<Result<CouponBatch>> HandleAsync(GenerateCouponsCommand command, CancellationToken cancellationToken)
    {
        if (await promotions.FindAsync(new PromotionId(command.PromotionId), cancellationToken) is not { } promotion)
        {
            return PromotionErrors.NotFound;
        }

        if (!promotion.GeneratedCoupons)
        {
            return PromotionErrors.NoGeneratedCoupons;
        }

        if (promotion.Status == PromotionStatus.Ended)
        {
            return PromotionErrors.HasEnded;
        }

        var batch = new CouponBatch(command.BatchId, command.PromotionId, command.Count, command.UsesPerCoupon, clock.GetUtcNow());
        while (true)
        {
            if (await coupons.FindBatchAsync(batch.Id, cancellationToken) is { } present)
            {
                return present;
            }

            // A code that is there already is next to impossible; then all of them are drawn again.
            if (await coupons.TryAddAsync(batch, CouponCodes.Create(command.Count, command.Prefix, command.Length), cancellationToken))
            {
                return batch;
            }
        }
    }
}
