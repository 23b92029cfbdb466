using Ecommerce.Contracts.Shipping;
using Ecommerce.Messaging.Consuming;
using Ecommerce.NotificationService.Domain;

namespace Ecommerce.NotificationService.Application.Compose;

internal sealed class ShipmentDeliveredHandler(Composer composer) : IEventHandler<ShipmentDelivered>
{
    public Task HandleAsync(ShipmentDelivered integrationEvent, EventContext context, CancellationToken cancellationToken)
    {
        return composer.ComposeAsync(
            context, NotificationType.ShipmentDelivered, integrationEvent.CustomerId, integrationEvent.Email, integrationEvent.Locale, new()
            {
                ["orderNumber"] = integrationEvent.OrderNumber,
                ["trackingNumber"] = integrationEvent.TrackingNumber,
            }, cancellationToken: cancellationToken);
    }
}
