using Ecommerce.DiscountService.Application.Redeem;
using Ecommerce.DiscountService.Domain;
using Ecommerce.SharedKernel.Results;
using Microsoft.EntityFrameworkCore;

namespace Ecommerce.DiscountService.Infrastructure.Persistence;

/// <summary>Over the context, so that a message's inbox row and its redemptions are one transaction.</summary>
internal sealed class RedemptionStore(DiscountDbContext context) : IRedemptionStore
{
    public async Task<Result> ReserveAsync(Reservation reservation, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // What took nothing off uses nothing up.
        var discounts = reservation.Discounts.Where(discount => discount.Amount > 0).ToArray();
        var ids = discounts.Select(discount => discount.PromotionId).ToArray();
        var codes = discounts.Select(discount => discount.CouponCode).ToArray();
        var amounts = discounts.Select(discount => discount.Amount).ToArray();
        var keys = reservation.CustomerKeys.ToArray();
        var rows = await context.Database.SqlQuery<RedemptionOutcome>($"""
            SELECT outcome AS "Outcome", coupon AS "CouponCode"
            FROM reserve_redemptions({reservation.OrderId}, {keys}, {ids}, {codes}, {amounts}, {reservation.ExpiresAt}, {now})
            """).ToListAsync(cancellationToken);
        return rows[0] switch
        {
            { Outcome: "reserved" } => Result.Success,
            { Outcome: "released" } => PromotionErrors.RedemptionReleased,
            var refused => PromotionErrors.RedemptionRefused(refused.Outcome, refused.CouponCode),
        };
    }

    public Task CommitAsync(Guid orderId, DateTimeOffset now, CancellationToken cancellationToken) =>
        SettleAsync(orderId, RedemptionStatus.Committed, now, cancellationToken);

    public Task ReleaseAsync(Guid orderId, DateTimeOffset now, CancellationToken cancellationToken) =>
        SettleAsync(orderId, RedemptionStatus.Released, now, cancellationToken);

    public async Task<int> ExpireAsync(int limit, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var due = await context.Set<OrderRedemption>()
            .Where(order => order.Status == RedemptionStatus.Reserved && order.ExpiresAt <= now)
            .OrderBy(order => order.ExpiresAt).Select(order => order.OrderId).Take(limit).ToListAsync(cancellationToken);
        foreach (var orderId in due)
        {
            await SettleAsync(orderId, RedemptionStatus.Expired, now, cancellationToken);
        }

        return due.Count;
    }

    private Task<int> SettleAsync(Guid orderId, RedemptionStatus status, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var name = status.ToString();
        return context.Database.ExecuteSqlAsync($"SELECT settle_redemptions({orderId}, {name}, {now})", cancellationToken);
    }
}
