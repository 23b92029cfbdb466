using Ecommerce.PaymentService.Application.Ports;
using Ecommerce.PaymentService.Domain;

namespace Ecommerce.PaymentService.Application.ResolvePayments;

/// <summary>Finds out how a payment stands where nobody waits for the answer.</summary>
internal sealed class PaymentResolver(IPaymentStore payments, IPaymentProvider provider, TimeProvider clock)
{
    /// <summary>Providers keep idempotency keys for a day; a repetition after this long could charge twice.</summary>
    public static readonly TimeSpan SafeToRepeat = TimeSpan.FromHours(20);

    private const int AttemptsBeforeSearch = 3;

    public async Task ResolveAsync(PaymentId id, CancellationToken cancellationToken)
    {
        if (await payments.FindAsync(id, cancellationToken) is not { ResolveAt: not null } payment)
        {
            return;
        }

        Take(payment, await AskAsync(payment, cancellationToken));

        // A conflict: the authorize call or another worker was faster, and its result stands.
        await payments.TrySaveAsync(cancellationToken);
    }

    private async Task<ProviderAnswer> AskAsync(Payment payment, CancellationToken cancellationToken)
    {
        if (payment.ProviderReference is not null)
        {
            return await provider.FindAsync(payment, cancellationToken);
        }

        if (clock.GetUtcNow() - payment.CreatedAt > SafeToRepeat)
        {
            var found = await provider.FindAsync(payment, cancellationToken);
            return found.Outcome == ProviderOutcome.NotFound ? ProviderAnswer.Refused(PaymentErrors.NeverReachedProvider) : found;
        }

        var answer = await provider.AuthorizeAsync(payment, cancellationToken);

        // A provider replays its own failure under the same key: then the payment is looked for.
        return answer.Outcome == ProviderOutcome.Unknown && payment.ResolveAttempts >= AttemptsBeforeSearch
            ? await provider.FindAsync(payment, cancellationToken)
            : answer;
    }

    private void Take(Payment payment, ProviderAnswer answer)
    {
        var now = clock.GetUtcNow();
        switch (answer.Outcome)
        {
            case ProviderOutcome.Known:
                payment.Apply(answer.Payment!, announce: true, now);
                break;
            case ProviderOutcome.Refused when payment.IsOpen:
                payment.Fail(answer.Code ?? PaymentErrors.Declined, announce: true, now);
                break;
            default:
                payment.Postpone(now);
                break;
        }
    }
}
