using Ecommerce.Contracts.Order;
using Ecommerce.Messaging.Consuming;

namespace Ecommerce.CartService.Application.FollowOrders;

/// <summary>Closes the cart of a binding order.</summary>
internal sealed class OrderConfirmedHandler(ICartStore carts) : IEventHandler<OrderConfirmed>
{
    public Task HandleAsync(OrderConfirmed integrationEvent, EventContext context, CancellationToken cancellationToken) =>
        carts.MarkOrderedAsync(integrationEvent.CartId, integrationEvent.OrderId, cancellationToken);
}
