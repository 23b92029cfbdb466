using Ecommerce.Contracts.Returns;
using Ecommerce.Messaging.Consuming;
using Ecommerce.PaymentService.Domain;

namespace Ecommerce.PaymentService.Application.FollowReturns;

/// <summary>Notes a refund; the worker performs it, after everything that was asked for before.</summary>
internal sealed class RefundRequestedHandler(IPaymentStore payments, TimeProvider clock) : IEventHandler<RefundRequested>
{
    public async Task HandleAsync(RefundRequested integrationEvent, EventContext context, CancellationToken cancellationToken)
    {
        var id = new PaymentId(integrationEvent.PaymentId);
        if (await payments.LockAsync(id, cancellationToken) is null)
        {
            throw new InvalidOperationException($"There is no payment {id} to refund.");
        }

        await payments.RequestAsync(
            PaymentOperation.Request(id, OperationKind.Refund, integrationEvent.ReturnId, integrationEvent.Amount.Amount, clock.GetUtcNow()),
            cancellationToken);
    }
}
