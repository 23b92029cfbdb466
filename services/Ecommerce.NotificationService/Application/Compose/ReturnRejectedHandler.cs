using Ecommerce.Contracts.Returns;
using Ecommerce.Messaging.Consuming;
using Ecommerce.NotificationService.Domain;

namespace Ecommerce.NotificationService.Application.Compose;

internal sealed class ReturnRejectedHandler(Composer composer) : IEventHandler<ReturnRejected>
{
    public Task HandleAsync(ReturnRejected integrationEvent, EventContext context, CancellationToken cancellationToken)
    {
        return composer.ComposeAsync(
            context, NotificationType.ReturnRejected, integrationEvent.CustomerId, integrationEvent.Email, integrationEvent.Locale, new()
            {
                ["orderNumber"] = integrationEvent.OrderNumber,
                ["returnNumber"] = integrationEvent.ReturnNumber,
                ["reason"] = integrationEvent.Reason,
            }, cancellationToken: cancellationToken);
    }
}
