using Ecommerce.PaymentService.Application.Ports;
using Ecommerce.PaymentService.Application.ResolvePayments;
using Ecommerce.PaymentService.Domain;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.PaymentService.Application.Operations;

/// <summary>Has the provider do one operation, and commits its result with ledger and event.</summary>
internal sealed partial class OperationProcessor(
    IPaymentStore payments, IPaymentProvider provider, PaymentResolver resolver, TimeProvider clock, ILogger<OperationProcessor> logger)
{
    private const int AttemptsToSave = 5;

    public async Task PerformAsync(long position, CancellationToken cancellationToken)
    {
        // A conflict means that the payment changed meanwhile: from what it is now, with the same keys.
        for (var attempt = 1; attempt <= AttemptsToSave; attempt++)
        {
            if (await payments.FindOperationAsync(position, cancellationToken) is not { State: OperationState.Requested } operation)
            {
                return;
            }

            if (await payments.HasEarlierAsync(operation, cancellationToken))
            {
                return;
            }

            var payment = (await payments.FindAsync(operation.PaymentId, cancellationToken))!;
            if (operation.Kind == OperationKind.Void && payment is { IsOpen: true, ProviderReference: null, Amount: > 0 })
            {
                // Whether there is anything to give back has to be known first.
                await resolver.ResolveAsync(payment.Id, cancellationToken);
                payment = (await payments.FindAsync(operation.PaymentId, cancellationToken))!;
                operation = (await payments.FindOperationAsync(position, cancellationToken))!;
            }

            await PerformAsync(payment, operation, cancellationToken);
            if (await payments.TrySaveAsync(cancellationToken))
            {
                return;
            }
        }
    }

    private Task PerformAsync(Payment payment, PaymentOperation operation, CancellationToken cancellationToken) => operation.Kind switch
    {
        OperationKind.Capture => CaptureAsync(payment, operation, cancellationToken),
        OperationKind.Refund => RefundAsync(payment, operation, cancellationToken),
        OperationKind.Void => VoidAsync(payment, operation, cancellationToken),
        _ => throw new InvalidOperationException($"There is no operation {operation.Kind}."),
    };

    private async Task CaptureAsync(Payment payment, PaymentOperation operation, CancellationToken cancellationToken)
    {
        if (payment.Has(LedgerKind.Captured, operation.RequestId))
        {
            operation.Complete();
            return;
        }

        if (payment.IsOpen)
        {
            operation.Postpone(clock.GetUtcNow());
            return;
        }

        if (payment.HoldsNothing || payment.CapturedTotal + operation.Amount > payment.AuthorizedTotal)
        {
            Refuse(operation, PaymentErrors.CaptureExceedsAuthorized);
            return;
        }

        var answer = await provider.CaptureAsync(payment, operation, cancellationToken);
        Finish(
            operation, answer, () => payment.RecordCaptured(operation.RequestId, operation.Amount, answer.Reference, clock.GetUtcNow()), _ => { });
    }

    private async Task RefundAsync(Payment payment, PaymentOperation operation, CancellationToken cancellationToken)
    {
        if (payment.Has(LedgerKind.Refunded, operation.RequestId))
        {
            operation.Complete();
            return;
        }

        // All earlier operations of the payment are done: what is not captured now was never asked for.
        if (payment.RefundedTotal + operation.Amount > payment.CapturedTotal)
        {
            Refuse(operation, PaymentErrors.ExceedsCaptured);
            payment.RefuseRefund(operation.RequestId, PaymentErrors.ExceedsCaptured, clock.GetUtcNow());
            return;
        }

        var answer = await provider.RefundAsync(payment, operation.RequestId, operation.Amount, operation.RequestedAt, cancellationToken);
        Finish(
            operation, answer, () => payment.RecordRefunded(operation.RequestId, operation.Amount, answer.Reference, clock.GetUtcNow()),
            code => payment.RefuseRefund(operation.RequestId, code, clock.GetUtcNow()));
    }

    private async Task VoidAsync(Payment payment, PaymentOperation operation, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (payment.HoldsNothing)
        {
            operation.Complete();
        }
        else if (payment.CapturedTotal > 0)
        {
            await RefundAllAsync(payment, operation, cancellationToken);
        }
        else if (payment.Amount == 0)
        {
            payment.RecordVoided(operation.RequestId, now);
            operation.Complete();
        }
        else if (payment.ProviderReference is null)
        {
            operation.Postpone(now);
        }
        else
        {
            await CancelAsync(payment, operation, cancellationToken);
        }
    }

    private async Task CancelAsync(Payment payment, PaymentOperation operation, CancellationToken cancellationToken)
    {
        var answer = await provider.CancelAsync(payment, cancellationToken);
        var now = clock.GetUtcNow();
        switch (answer)
        {
            case { Outcome: ProviderOutcome.Known, Payment.State: ProviderState.Cancelled }:
                payment.RecordVoided(operation.RequestId, now);
                operation.Complete();
                break;
            case { Outcome: ProviderOutcome.Known, Payment: { State: ProviderState.Captured } captured }:
                // Captured at the provider without us: noted, and refunded at the next attempt.
                payment.Apply(captured, announce: false, now);
                payment.RecordCaptured(operation.RequestId, captured.Captured, captured.Reference, now);
                operation.Postpone(now);
                break;
            default:
                operation.Postpone(now);
                break;
        }
    }

    private async Task RefundAllAsync(Payment payment, PaymentOperation operation, CancellationToken cancellationToken)
    {
        var amount = payment.CapturedTotal - payment.RefundedTotal;
        var answer = await provider.RefundAsync(payment, operation.RequestId, amount, operation.RequestedAt, cancellationToken);
        Finish(operation, answer, () => payment.RecordRefunded(operation.RequestId, amount, answer.Reference, clock.GetUtcNow()), _ => { });
    }

    private void Finish(PaymentOperation operation, ProviderAnswer answer, Func<Result> record, Action<string> refused)
    {
        switch (answer.Outcome)
        {
            case ProviderOutcome.Known:
                if (record() is { IsSuccess: false, Error: { } error })
                {
                    throw new InvalidOperationException($"The provider did what the ledger does not allow: {error.Code}.");
                }

                operation.Complete();
                break;
            case ProviderOutcome.Refused:
                var code = answer.Code ?? PaymentErrors.Declined;
                Refuse(operation, code);
                refused(code);
                break;
            default:
                operation.Postpone(clock.GetUtcNow());
                break;
        }
    }

    private void Refuse(PaymentOperation operation, string code)
    {
        operation.Refuse(code);
        LogRefused(operation.Kind, operation.PaymentId.Value, code);
    }

    [LoggerMessage(LogLevel.Error, "The {Kind} of payment {PaymentId} was refused for good: {Code}.")]
    private partial void LogRefused(OperationKind kind, Guid paymentId, string code);
}
