using Ecommerce.Contracts.Order;
using Ecommerce.Messaging.Consuming;
using Ecommerce.PaymentService.Domain;

namespace Ecommerce.PaymentService.Application.FollowOrders;

/// <summary>Notes a capture; the worker performs it, so that no provider is called inside the inbox's transaction.</summary>
internal sealed class CaptureRequestedHandler(IPaymentStore payments, TimeProvider clock) : IEventHandler<CaptureRequested>
{
    public async Task HandleAsync(CaptureRequested integrationEvent, EventContext context, CancellationToken cancellationToken)
    {
        var id = new PaymentId(integrationEvent.PaymentId);
        if (await payments.LockAsync(id, cancellationToken) is null)
        {
            throw new InvalidOperationException($"There is no payment {id} to capture.");
        }

        await payments.RequestAsync(
            PaymentOperation.Request(id, OperationKind.Capture, integrationEvent.RequestId, integrationEvent.Amount.Amount, clock.GetUtcNow()),
            cancellationToken);
    }
}
