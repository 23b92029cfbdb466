using Ecommerce.Contracts.Payment;
using Ecommerce.Messaging.Consuming;
using Ecommerce.OrderService.Domain;

namespace Ecommerce.OrderService.Application.FollowPayments;

/// <summary>Follows the money back.</summary>
internal sealed class PaymentRefundedHandler(IOrderStore orders, TimeProvider clock) : IEventHandler<PaymentRefunded>
{
    public async Task HandleAsync(PaymentRefunded integrationEvent, EventContext context, CancellationToken cancellationToken)
    {
        if (await orders.FindAsync(new OrderId(integrationEvent.OrderId), cancellationToken) is not { } order)
        {
            return;
        }

        order.RecordRefunded(integrationEvent.RefundedTotal.Amount, clock.GetUtcNow());
    }
}
