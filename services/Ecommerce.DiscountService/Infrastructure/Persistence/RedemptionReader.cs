using Ecommerce.DiscountService.Application.ReadUsage;
using Ecommerce.DiscountService.Domain;
using Microsoft.EntityFrameworkCore;

namespace Ecommerce.DiscountService.Infrastructure.Persistence;

internal sealed class RedemptionReader(DiscountDbContext context) : IRedemptionReader
{
    public async Task<PromotionUse?> FindAsync(Guid promotionId, CancellationToken cancellationToken)
    {
        var id = new PromotionId(promotionId);
        var limits = await context.Promotions.AsNoTracking().Where(promotion => promotion.Id == id)
            .Select(promotion => new { promotion.TotalLimit, promotion.Budget }).SingleOrDefaultAsync(cancellationToken);
        if (limits is null)
        {
            return null;
        }

        var sums = await (from redemption in context.Set<Redemption>()
                          join order in context.Set<OrderRedemption>() on redemption.OrderId equals order.OrderId
                          where redemption.PromotionId == promotionId
                          group redemption.Amount by order.Status into amounts
                          select new { Status = amounts.Key, Count = amounts.Count(), Amount = amounts.Sum() }).ToListAsync(cancellationToken);
        var reserved = sums.SingleOrDefault(sum => sum.Status == RedemptionStatus.Reserved);
        var committed = sums.SingleOrDefault(sum => sum.Status == RedemptionStatus.Committed);
        return new PromotionUse(
            reserved?.Count ?? 0, committed?.Count ?? 0, reserved?.Amount ?? 0, committed?.Amount ?? 0, limits.TotalLimit, limits.Budget);
    }

    public async Task<IReadOnlyList<RedemptionRecord>> ListAsync(
        Guid promotionId, string? couponCode, Guid? before, int limit, CancellationToken cancellationToken)
    {
        var redemptions = context.Set<Redemption>().AsNoTracking().Where(redemption => redemption.PromotionId == promotionId);
        if (couponCode is not null)
        {
            redemptions = redemptions.Where(redemption => redemption.CouponCode == couponCode);
        }

        if (before is { } cursor)
        {
            redemptions = redemptions.Where(redemption => redemption.OrderId < cursor);
        }

        var found = await redemptions
            .Join(context.Set<OrderRedemption>(), redemption => redemption.OrderId, order => order.OrderId, (redemption, order) => new { redemption, order })
            .OrderByDescending(pair => pair.redemption.OrderId)
            .Take(limit)
            .Select(pair => new { pair.order.OrderId, pair.redemption.CouponCode, pair.redemption.Amount, pair.order.Status, pair.order.ReservedAt, pair.order.SettledAt })
            .ToListAsync(cancellationToken);
        return [.. found.Select(row => new RedemptionRecord(
            row.OrderId, row.CouponCode, row.Amount, row.Status.ToString(), row.ReservedAt, row.SettledAt))];
    }
}
