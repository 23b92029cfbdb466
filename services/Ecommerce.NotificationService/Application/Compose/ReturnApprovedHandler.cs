using Ecommerce.Contracts.Returns;
using Ecommerce.Messaging.Consuming;
using Ecommerce.NotificationService.Domain;

namespace Ecommerce.NotificationService.Application.Compose;

internal sealed class ReturnApprovedHandler(Composer composer) : IEventHandler<ReturnApproved>
{
    public Task HandleAsync(ReturnApproved integrationEvent, EventContext context, CancellationToken cancellationToken)
    {
        return composer.ComposeAsync(
            context, NotificationType.ReturnApproved, integrationEvent.CustomerId, integrationEvent.Email, integrationEvent.Locale, new()
            {
                ["orderNumber"] = integrationEvent.OrderNumber,
                ["returnNumber"] = integrationEvent.ReturnNumber,
                ["labelUrl"] = integrationEvent.LabelUrl,
                ["lines"] = integrationEvent.Lines.Select(line => new { name = line.Sku, quantity = line.Quantity }),
            }, cancellationToken: cancellationToken);
    }
}
