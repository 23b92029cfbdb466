using Ecommerce.Contracts.Shipping;
using Ecommerce.Messaging.Consuming;
using Ecommerce.NotificationService.Domain;

namespace Ecommerce.NotificationService.Application.Compose;

internal sealed class ShipmentDispatchedHandler(Composer composer) : IEventHandler<ShipmentDispatched>
{
    public Task HandleAsync(ShipmentDispatched integrationEvent, EventContext context, CancellationToken cancellationToken)
    {
        return composer.ComposeAsync(
            context, NotificationType.ShipmentDispatched, integrationEvent.CustomerId, integrationEvent.Email, integrationEvent.Locale, new()
            {
                ["orderNumber"] = integrationEvent.OrderNumber,
                ["carrier"] = integrationEvent.Carrier,
                ["trackingNumber"] = integrationEvent.TrackingNumber,
                ["trackingUrl"] = integrationEvent.TrackingUrl,
                ["lines"] = integrationEvent.Lines.Select(line => new { name = line.Sku, quantity = line.Quantity }),
            }, cancellationToken: cancellationToken);
    }
}
