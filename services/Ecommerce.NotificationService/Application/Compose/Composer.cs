using System.Text.Json;
using Ecommerce.Messaging.Consuming;
using Ecommerce.NotificationService.Domain;

namespace Ecommerce.NotificationService.Application.Compose;

/// <summary>Turns an event into a notification of the same unit of work. What people read is made when it is sent.</summary>
internal sealed class Composer(INotificationStore notifications, IConsents consents, TimeProvider clock)
{
    public async Task ComposeAsync(
        EventContext context,
        NotificationType type,
        Guid? userId,
        string recipient,
        string locale,
        Dictionary<string, object?> data,
        Guid? linkId = null,
        CancellationToken cancellationToken = default)
    {
        // A late event about somebody who is forgotten would bring their address back.
        if (userId is { } id && await consents.IsErasedAsync(id, cancellationToken))
        {
            return;
        }

        var now = clock.GetUtcNow();
        notifications.Add(Notification.Email(
            new NotificationId(Guid.CreateVersion7(now)),
            new NotificationDraft(context.MessageId, type, userId, recipient, locale, JsonSerializer.Serialize(data, JsonSerializerOptions.Web), linkId),
            now));
    }
}
