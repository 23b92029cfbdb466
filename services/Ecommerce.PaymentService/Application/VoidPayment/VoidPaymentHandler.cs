using Ecommerce.PaymentService.Application.Operations;
using Ecommerce.PaymentService.Domain;
using Ecommerce.SharedKernel.Monetary;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.PaymentService.Application.VoidPayment;

/// <summary>Gives a payment up: noted first, then done at once where the provider answers, else by the worker.</summary>
internal sealed class VoidPaymentHandler(IPaymentStore payments, OperationProcessor processor, TimeProvider clock)
{
    public async Task<Result<Payment>> HandleAsync(PaymentId id, Guid orderId, Currency currency)
    {
        var payment = await payments.FindAsync(id, CancellationToken.None);
        if (payment is null)
        {
            var tombstone = Payment.Tombstone(id, orderId, currency, clock.GetUtcNow());
            if (await payments.TryAddAsync(tombstone, CancellationToken.None))
            {
                return tombstone;
            }

            payment = (await payments.FindAsync(id, CancellationToken.None))!;
        }

        if (payment.OrderId != orderId)
        {
            return PaymentErrors.Mismatch;
        }

        return payment.HoldsNothing ? payment : await GiveBackAsync(id);
    }

    private async Task<Result<Payment>> GiveBackAsync(PaymentId id)
    {
        // Leased from the start: this request performs it, and the worker only where this request does not come to its end.
        var operation = PaymentOperation.Request(id, OperationKind.Void, id.Value, 0, clock.GetUtcNow());
        operation.Postpone(clock.GetUtcNow());
        await payments.RequestAsync(operation, CancellationToken.None);
        await payments.TrySaveAsync(CancellationToken.None);
        var stored = (await payments.FindOperationAsync(id, OperationKind.Void, id.Value, CancellationToken.None))!;
        await processor.PerformAsync(stored.Position, CancellationToken.None);
        var payment = (await payments.FindAsync(id, CancellationToken.None))!;
        return payment.HoldsNothing ? payment : PaymentErrors.NotVoidedYet;
    }
}
