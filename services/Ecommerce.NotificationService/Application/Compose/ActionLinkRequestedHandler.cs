using Ecommerce.Contracts.Auth;
using Ecommerce.Messaging.Consuming;
using Ecommerce.NotificationService.Domain;

namespace Ecommerce.NotificationService.Application.Compose;

internal sealed class ActionLinkRequestedHandler(Composer composer) : IEventHandler<ActionLinkRequested>
{
    public Task HandleAsync(ActionLinkRequested integrationEvent, EventContext context, CancellationToken cancellationToken)
    {
        var type = integrationEvent.Purpose == "passwordReset" ? NotificationType.PasswordReset : NotificationType.EmailVerification;
        return composer.ComposeAsync(
            context, type, integrationEvent.UserId, integrationEvent.Email, integrationEvent.Locale,
            new()
            {
                // Not the name: whoever registers may give somebody else's address, and what they wrote is not for that person to read.
                ["expiresAt"] = MoneyText.Of(integrationEvent.ExpiresAt, integrationEvent.Locale),
            },
            integrationEvent.LinkId, cancellationToken);
    }
}
