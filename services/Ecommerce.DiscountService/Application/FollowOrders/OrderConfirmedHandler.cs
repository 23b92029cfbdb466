using Ecommerce.Contracts.Order;
using Ecommerce.DiscountService.Application.Redeem;
using Ecommerce.Messaging.Consuming;

namespace Ecommerce.DiscountService.Application.FollowOrders;

/// <summary>Makes the redemptions of a binding order final, and notes that the customer has ordered.</summary>
internal sealed class OrderConfirmedHandler(IRedemptionStore redemptions, ICustomerOrders orders, TimeProvider clock) : IEventHandler<OrderConfirmed>
{
    public async Task HandleAsync(OrderConfirmed integrationEvent, EventContext context, CancellationToken cancellationToken)
    {
        if (integrationEvent.CouponCodes.Count > 0 || integrationEvent.Totals.Discount > 0)
        {
            await redemptions.CommitAsync(integrationEvent.OrderId, clock.GetUtcNow(), cancellationToken);
        }

        await orders.NoteAsync(integrationEvent.OrderId, integrationEvent.CustomerId, integrationEvent.Email, cancellationToken);
    }
}
