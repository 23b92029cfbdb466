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
                // Without the name: somebody may register with another person's address, who must not be sent text that a stranger chose.
                ["expiresAt"] = MoneyText.Of(integrationEvent.ExpiresAt, integrationEvent.Locale),
            },
            integrationEvent.LinkId, cancellationToken);
    }
}
