using Ecommerce.Contracts.Payment;
using Ecommerce.Messaging.Consuming;
using Ecommerce.ReturnService.Domain;

namespace Ecommerce.ReturnService.Application.FollowPayments;

/// <summary>The money is back: a refund carries the return's id.</summary>
internal sealed class PaymentRefundedHandler(IReturnStore returns, TimeProvider clock) : IEventHandler<PaymentRefunded>
{
    public async Task HandleAsync(PaymentRefunded integrationEvent, EventContext context, CancellationToken cancellationToken)
    {
        // Other refunds of the order are no return's.
        if (await returns.FindAsync(new ReturnId(integrationEvent.RequestId), cancellationToken) is { } request)
        {
            request.MarkRefunded(clock.GetUtcNow());
        }
    }
}
