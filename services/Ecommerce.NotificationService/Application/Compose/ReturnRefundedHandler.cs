using Ecommerce.Contracts.Returns;
using Ecommerce.Messaging.Consuming;
using Ecommerce.NotificationService.Domain;

namespace Ecommerce.NotificationService.Application.Compose;

internal sealed class ReturnRefundedHandler(Composer composer) : IEventHandler<ReturnRefunded>
{
    public Task HandleAsync(ReturnRefunded integrationEvent, EventContext context, CancellationToken cancellationToken)
    {
        return composer.ComposeAsync(
            context, NotificationType.ReturnRefunded, integrationEvent.CustomerId, integrationEvent.Email, integrationEvent.Locale, new()
            {
                ["orderNumber"] = integrationEvent.OrderNumber,
                ["returnNumber"] = integrationEvent.ReturnNumber,
                ["amount"] = MoneyText.Of(integrationEvent.Amount, integrationEvent.Locale),
            }, cancellationToken: cancellationToken);
    }
}
