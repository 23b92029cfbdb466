using Ecommerce.Contracts.Order;
using Ecommerce.Messaging.Consuming;
using Ecommerce.NotificationService.Domain;

namespace Ecommerce.NotificationService.Application.Compose;

/// <summary>Only who had got a confirmation hears of the cancellation.</summary>
internal sealed class OrderCancelledHandler(Composer composer) : IEventHandler<OrderCancelled>
{
    public async Task HandleAsync(OrderCancelled integrationEvent, EventContext context, CancellationToken cancellationToken)
    {
        if (integrationEvent.WasConfirmed)
        {
            await composer.ComposeAsync(
                context, NotificationType.OrderCancelled, integrationEvent.CustomerId, integrationEvent.Email, integrationEvent.Locale, new()
                {
                    ["orderNumber"] = integrationEvent.OrderNumber,
                    ["lines"] = integrationEvent.Lines.Select(line => new { name = line.Name, quantity = line.Quantity }),
                }, cancellationToken: cancellationToken);
        }
    }
}
