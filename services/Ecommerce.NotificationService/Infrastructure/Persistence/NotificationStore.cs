using Ecommerce.NotificationService.Application;
using Ecommerce.NotificationService.Application.Ports;
using Ecommerce.NotificationService.Application.ReadNotifications;
using Ecommerce.NotificationService.Domain;
using Microsoft.EntityFrameworkCore;

namespace Ecommerce.NotificationService.Infrastructure.Persistence;

internal sealed class NotificationStore(NotificationDbContext context) : INotificationStore, INotificationReader
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    public void Add(Notification notification) => context.Add(notification);

    public async Task<IReadOnlyList<Notification>> TakeDueAsync(int limit, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var lease = now + Lease;
        return await context.Notifications.FromSql($"""
            UPDATE notifications SET next_attempt_at = {lease}, attempts = attempts + 1
            WHERE id IN (
              SELECT id FROM notifications WHERE next_attempt_at <= {now} ORDER BY next_attempt_at LIMIT {limit} FOR UPDATE SKIP LOCKED)
            RETURNING *
            """).ToListAsync(cancellationToken);
    }

    public Task SaveAsync(CancellationToken cancellationToken) => context.SaveChangesAsync(cancellationToken);

    public async Task NoteAsync(IReadOnlyList<DeliveryNotice> notices, CancellationToken cancellationToken)
    {
        foreach (var group in notices.GroupBy(notice => notice.State).OrderBy(group => group.Key))
        {
            var (state, isDelivered) = (group.Key.ToString(), group.Key == DeliveryState.Delivered);
            Guid[] ids = [.. group.Select(notice => notice.Id.Value)];
            await context.Database.ExecuteSqlAsync(
                $"UPDATE notifications SET delivery = {state} WHERE id = ANY ({ids}) AND (delivery IS NULL OR NOT {isDelivered})", cancellationToken);
        }
    }

    // Ids are version 7: their order is the order of time.
    public async Task<IReadOnlyList<Notification>> ListAsync(Guid userId, Guid? before, int limit, CancellationToken cancellationToken)
    {
        var notifications = context.Notifications.AsNoTracking().Where(notification => notification.UserId == userId);
        notifications = before is null ? notifications : notifications.Where(notification => (Guid)(object)notification.Id < before);
        return await notifications.OrderByDescending(notification => notification.Id).Take(limit).ToListAsync(cancellationToken);
    }
}
