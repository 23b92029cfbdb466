using Ecommerce.Contracts.Product;
using Ecommerce.Messaging.Consuming;
using Ecommerce.NotificationService.Domain;
using Microsoft.Extensions.Options;

namespace Ecommerce.NotificationService.Application.Compose;

/// <summary>Tells staff of an article that got low: once, though reservations may cross the level again and again.</summary>
internal sealed class StockLowHandler(Composer composer, StaffMailbox staff, IStockNotices notices, IOptions<NotificationOptions> options)
    : IEventHandler<StockLow>
{
    public async Task HandleAsync(StockLow integrationEvent, EventContext context, CancellationToken cancellationToken)
    {
        var recipients = staff.Recipients();
        if (recipients.Count == 0
            || !await notices.TryNoteAsync(integrationEvent.Sku, integrationEvent.At, options.Value.StockQuietTime, cancellationToken))
        {
            return;
        }

        foreach (var recipient in recipients)
        {
            await composer.ComposeAsync(context, NotificationType.StockLow, null, recipient, options.Value.StaffLocale, new()
            {
                ["sku"] = integrationEvent.Sku,
                ["available"] = integrationEvent.Available,
                ["threshold"] = integrationEvent.Threshold,
                ["url"] = options.Value.StockUrl.Replace("{sku}", Uri.EscapeDataString(integrationEvent.Sku), StringComparison.Ordinal),
            }, cancellationToken: cancellationToken);
        }
    }
}
