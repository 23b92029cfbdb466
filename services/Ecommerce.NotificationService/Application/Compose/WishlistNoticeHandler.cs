using Ecommerce.Contracts.User;
using Ecommerce.Messaging.Consuming;
using Ecommerce.NotificationService.Domain;

namespace Ecommerce.NotificationService.Application.Compose;

/// <summary>Tells of a wished article, to those who agreed to marketing by email.</summary>
internal sealed class WishlistNoticeHandler(Composer composer, IConsents consents) : IEventHandler<WishlistNotice>
{
    public async Task HandleAsync(WishlistNotice integrationEvent, EventContext context, CancellationToken cancellationToken)
    {
        if (await consents.FindAsync(integrationEvent.CustomerId, cancellationToken) is not { Email: true })
        {
            return;
        }

        var locale = integrationEvent.Locale;
        await composer.ComposeAsync(
            context, integrationEvent.Kind == "priceDrop" ? NotificationType.PriceDrop : NotificationType.BackInStock,
            integrationEvent.CustomerId, integrationEvent.Email, locale, new()
            {
                ["name"] = integrationEvent.Name,
                ["oldPrice"] = integrationEvent.OldPrice is { } old ? MoneyText.Of(old, locale) : null,
                ["newPrice"] = integrationEvent.NewPrice is { } now ? MoneyText.Of(now, locale) : null,
            }, cancellationToken: cancellationToken);
    }
}
