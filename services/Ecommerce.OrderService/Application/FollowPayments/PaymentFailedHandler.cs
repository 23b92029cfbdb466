using Ecommerce.Contracts.Payment;
using Ecommerce.Messaging.Consuming;
using Ecommerce.OrderService.Domain;

namespace Ecommerce.OrderService.Application.FollowPayments;

/// <summary>Ends a checkout whose buyer could not pay; the worker gives everything back.</summary>
internal sealed class PaymentFailedHandler(IOrderStore orders, TimeProvider clock) : IEventHandler<PaymentFailed>
{
    public async Task HandleAsync(PaymentFailed integrationEvent, EventContext context, CancellationToken cancellationToken)
    {
        if (await orders.FindAsync(new OrderId(integrationEvent.OrderId), cancellationToken) is not { } order)
        {
            return;
        }

        if (order.Fail(integrationEvent.Code, expired: false, clock.GetUtcNow()).IsSuccess)
        {
            order.HandToWorker(clock.GetUtcNow());
        }
    }
}
