using Ecommerce.Contracts.Order;
using Ecommerce.Messaging.Consuming;

namespace Ecommerce.DiscountService.Application.FollowOrders;

/// <summary>A first order that was cancelled was none. Its redemptions order-service gives back itself.</summary>
internal sealed class OrderCancelledHandler(ICustomerOrders orders) : IEventHandler<OrderCancelled>
{
    public Task HandleAsync(OrderCancelled integrationEvent, EventContext context, CancellationToken cancellationToken) =>
        integrationEvent.WasConfirmed ? orders.ForgetAsync(integrationEvent.OrderId, cancellationToken) : Task.CompletedTask;
}
