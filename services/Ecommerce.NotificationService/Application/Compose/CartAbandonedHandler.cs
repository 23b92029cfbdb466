using Ecommerce.Contracts.Cart;
using Ecommerce.Messaging.Consuming;
using Ecommerce.NotificationService.Domain;
using Microsoft.Extensions.Options;

namespace Ecommerce.NotificationService.Application.Compose;

/// <summary>
/// Reminds a customer who agreed to marketing by email of their cart. A guest agreed to nothing, and an address that was typed in a cart may
/// be anybody's: the mail goes to the account's own.
/// </summary>
internal sealed class CartAbandonedHandler(Composer composer, IConsents consents, IOptions<NotificationOptions> options) : IEventHandler<CartAbandoned>
{
    private const int MostLines = 10;

    public async Task HandleAsync(CartAbandoned integrationEvent, EventContext context, CancellationToken cancellationToken)
    {
        if (integrationEvent.CustomerId is not { } customer
            || await consents.FindAsync(customer, cancellationToken) is not { Email: true, Address: { } address, Locale: { } locale })
        {
            return;
        }

        // Without prices: what the cart costs is said in the cart.
        var lines = integrationEvent.Lines;
        await composer.ComposeAsync(context, NotificationType.CartAbandoned, customer, address, locale, new()
        {
            ["lines"] = lines.Take(MostLines).Select(line => new
            {
                name = line.VariantName is { } variant ? $"{line.Name}, {variant}" : line.Name, quantity = line.Quantity,
            }),
            ["more"] = lines.Count > MostLines ? lines.Count - MostLines : null,
            ["url"] = options.Value.CartUrl,
        }, cancellationToken: cancellationToken);
    }
}
