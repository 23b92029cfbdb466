using Ecommerce.Contracts.Payment;
using Ecommerce.Messaging.Consuming;
using Ecommerce.OrderService.Domain;

namespace Ecommerce.OrderService.Application.FollowPayments;

/// <summary>Goes on with a checkout that waited for its buyer.</summary>
internal sealed class PaymentAuthorizedHandler(IOrderStore orders, TimeProvider clock) : IEventHandler<PaymentAuthorized>
{
    public async Task HandleAsync(PaymentAuthorized integrationEvent, EventContext context, CancellationToken cancellationToken)
    {
        if (await orders.FindAsync(new OrderId(integrationEvent.OrderId), cancellationToken) is not { } order)
        {
            return;
        }

        // The buyer came back from 3-D Secure, or an outcome became known. Where the request itself went on, this refuses and that is right.
        if (order.MarkAuthorized(clock.GetUtcNow()).IsSuccess)
        {
            order.Confirm(clock.GetUtcNow());
        }
    }
}
