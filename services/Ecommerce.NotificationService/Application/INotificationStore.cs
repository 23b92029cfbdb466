using Ecommerce.NotificationService.Application.Ports;
using Ecommerce.NotificationService.Domain;

namespace Ecommerce.NotificationService.Application;

/// <summary>Notifications.</summary>
internal interface INotificationStore
{
    /// <summary>Adds a notification to the unit of work.</summary>
    void Add(Notification notification);

    /// <summary>Takes due notifications, counts the attempt, and keeps other workers off them for a lease.</summary>
    Task<IReadOnlyList<Notification>> TakeDueAsync(int limit, DateTimeOffset now, CancellationToken cancellationToken);

    Task SaveAsync(CancellationToken cancellationToken);

    /// <summary>Notes what became of mails; repetitions and late ones change nothing.</summary>
    Task NoteAsync(IReadOnlyList<DeliveryNotice> notices, CancellationToken cancellationToken);
}
