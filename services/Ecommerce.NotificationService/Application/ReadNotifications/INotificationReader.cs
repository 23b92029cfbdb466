using Ecommerce.NotificationService.Domain;

namespace Ecommerce.NotificationService.Application.ReadNotifications;

/// <summary>Reads a person's own notifications.</summary>
internal interface INotificationReader
{
    /// <summary>Newest first, before an id.</summary>
    Task<IReadOnlyList<Notification>> ListAsync(Guid userId, Guid? before, int limit, CancellationToken cancellationToken);
}
