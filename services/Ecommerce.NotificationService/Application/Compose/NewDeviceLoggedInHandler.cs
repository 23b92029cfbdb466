using Ecommerce.Contracts.Auth;
using Ecommerce.Messaging.Consuming;
using Ecommerce.NotificationService.Domain;

namespace Ecommerce.NotificationService.Application.Compose;

internal sealed class NewDeviceLoggedInHandler(Composer composer) : IEventHandler<NewDeviceLoggedIn>
{
    public Task HandleAsync(NewDeviceLoggedIn integrationEvent, EventContext context, CancellationToken cancellationToken) =>
        composer.ComposeAsync(
            context, NotificationType.NewDevice, integrationEvent.UserId, integrationEvent.Email, integrationEvent.Locale, new()
            {
                ["name"] = integrationEvent.Name,
                ["device"] = integrationEvent.Device,
                ["loggedInAt"] = MoneyText.Of(integrationEvent.LoggedInAt, integrationEvent.Locale),
            }, cancellationToken: cancellationToken);
}
