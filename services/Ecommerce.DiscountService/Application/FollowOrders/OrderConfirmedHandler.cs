using Ecommerce.Contracts.Order;
using Ecommerce.Messaging.Consuming;

namespace Ecommerce.DiscountService.Application.Redeem;

/// <summary>Makes the redemptions of a binding order final.</summary>
internal sealed class OrderConfirmedHandler(IRedemptionStore redemptions, TimeProvider clock) : IEventHandler<OrderConfirmed>
{
    public Task HandleAsync(OrderConfirmed integrationEvent, EventContext context, CancellationToken cancellationToken) =>
        integrationEvent.CouponCodes.Count == 0 && integrationEvent.Totals.Discount == 0
            ? Task.CompletedTask
            : redemptions.CommitAsync(integrationEvent.OrderId, clock.GetUtcNow(), cancellationToken);
}
