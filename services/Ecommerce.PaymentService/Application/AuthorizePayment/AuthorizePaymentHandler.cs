using Ecommerce.PaymentService.Application.Ports;
using Ecommerce.PaymentService.Domain;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.PaymentService.Application.AuthorizePayment;

/// <summary>Reserves the money of an order, once per payment id: the row is there before the provider hears of it.</summary>
internal sealed class AuthorizePaymentHandler(IPaymentStore payments, IPaymentProvider provider, TimeProvider clock)
{
    // The caller may hang up; what was begun is brought to its end, or to the resolver.
    public async Task<Result<Payment>> HandleAsync(PaymentDraft draft)
    {
        var payment = Payment.Begin(draft, clock.GetUtcNow());
        if (!await payments.TryAddAsync(payment, CancellationToken.None))
        {
            return await RepeatedAsync(draft);
        }

        if (payment.Amount == 0)
        {
            payment.Apply(new ProviderPayment(null, ProviderState.Authorized, 0, null, null), announce: false, clock.GetUtcNow());
        }
        else
        {
            Take(payment, await provider.AuthorizeAsync(payment, CancellationToken.None));
        }

        // Where the resolver was faster, its result stands.
        return await payments.TrySaveAsync(CancellationToken.None)
            ? payment
            : (await payments.FindAsync(draft.Id, CancellationToken.None))!;
    }

    private void Take(Payment payment, ProviderAnswer answer)
    {
        var now = clock.GetUtcNow();
        switch (answer.Outcome)
        {
            case ProviderOutcome.Known:
                payment.Apply(answer.Payment!, announce: false, now);
                break;
            case ProviderOutcome.Refused:
                payment.Fail(answer.Code ?? PaymentErrors.Declined, announce: false, now);
                break;
            case ProviderOutcome.Unknown or ProviderOutcome.NotFound:
                payment.Postpone(now);
                break;
            default:
                throw new InvalidOperationException($"There is no outcome {answer.Outcome}.");
        }
    }

    private async Task<Result<Payment>> RepeatedAsync(PaymentDraft draft)
    {
        var known = (await payments.FindAsync(draft.Id, CancellationToken.None))!;
        var isTombstone = known is { Status: PaymentStatus.Voided, Amount: 0 };
        return known.OrderId != draft.OrderId || (!isTombstone && (known.Amount != draft.Amount.Amount || known.Currency != draft.Amount.Currency))
            ? PaymentErrors.Mismatch
            : known;
    }
}
