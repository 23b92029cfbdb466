using Ecommerce.Contracts.Payment;
using Ecommerce.Messaging.Consuming;
using Ecommerce.OrderService.Domain;

namespace Ecommerce.OrderService.Application.FollowPayments;

/// <summary>Follows the money in.</summary>
internal sealed class PaymentCapturedHandler(IOrderStore orders, TimeProvider clock) : IEventHandler<PaymentCaptured>
{
    public async Task HandleAsync(PaymentCaptured integrationEvent, EventContext context, CancellationToken cancellationToken)
    {
        if (await orders.FindAsync(new OrderId(integrationEvent.OrderId), cancellationToken) is not { } order)
        {
            return;
        }

        order.RecordCaptured(integrationEvent.CapturedTotal.Amount, clock.GetUtcNow());
    }
}
