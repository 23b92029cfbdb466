using Ecommerce.NotificationService.Domain;

namespace Ecommerce.NotificationService.Api;

/// <summary>A notification as its recipient sees it.</summary>
internal sealed record NotificationResponse(
    Guid Id, NotificationType Type, Channel Channel, NotificationStatus Status, DeliveryState? Delivery, DateTimeOffset CreatedAt, DateTimeOffset? SentAt)
{
    public static NotificationResponse Of(Notification notification) => new(
        notification.Id.Value, notification.Type, notification.Channel, notification.Status, notification.Delivery, notification.CreatedAt,
        notification.SentAt);
}
