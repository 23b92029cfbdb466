using Ecommerce.Contracts.Order;
using Ecommerce.Messaging.Consuming;
using Ecommerce.NotificationService.Domain;

namespace Ecommerce.NotificationService.Application.Compose;

internal sealed class OrderConfirmedHandler(Composer composer) : IEventHandler<OrderConfirmed>
{
    public Task HandleAsync(OrderConfirmed integrationEvent, EventContext context, CancellationToken cancellationToken)
    {
        var (totals, locale) = (integrationEvent.Totals, integrationEvent.Locale);
        return composer.ComposeAsync(context, NotificationType.OrderConfirmed, integrationEvent.CustomerId, integrationEvent.Email, locale, new()
        {
            ["orderNumber"] = integrationEvent.OrderNumber,
            ["shippingMethod"] = integrationEvent.ShippingMethodName,
            ["shipping"] = MoneyText.Of(totals.Shipping - totals.ShippingDiscount, totals.Currency, locale),
            ["total"] = MoneyText.Of(totals.Total, totals.Currency, locale),
            ["lines"] = integrationEvent.Lines.Select(line => new
            {
                name = line.Name, quantity = line.Quantity, total = MoneyText.Of(line.Total, totals.Currency, locale),
            }),
        }, cancellationToken: cancellationToken);
    }
}
