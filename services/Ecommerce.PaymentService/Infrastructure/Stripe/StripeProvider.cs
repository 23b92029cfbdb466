using System.Text.Json;
using Ecommerce.PaymentService.Application.Ports;
using Ecommerce.PaymentService.Application.ResolvePayments;
using Ecommerce.PaymentService.Domain;

namespace Ecommerce.PaymentService.Infrastructure.Stripe;

/// <summary>Payments by Stripe: one PaymentIntent a payment, confirmed at once and captured by hand.</summary>
internal sealed class StripeProvider(StripeApi stripe, TimeProvider clock) : IPaymentProvider
{
    public async Task<ProviderAnswer> AuthorizeAsync(Payment payment, CancellationToken cancellationToken)
    {
        var reply = await stripe.PostAsync("/v1/payment_intents", StripeForm.Authorization(payment), $"{payment.Id}:authorize", cancellationToken);
        if (reply.IsSuccess)
        {
            return ProviderAnswer.Of(StripeReader.Intent(reply.Body));
        }

        if (reply.IsUnknown || reply.Error is not { } error)
        {
            return ProviderAnswer.Unknown;
        }

        // A declined card leaves an intent behind, an invalid request leaves nothing.
        var code = StripeReader.FailureOf(error);
        return StripeReader.Member(error, "payment_intent") is { } intent
            ? ProviderAnswer.Of(StripeReader.Intent(intent, code))
            : ProviderAnswer.Refused(code);
    }

    public async Task<ProviderAnswer> FindAsync(Payment payment, CancellationToken cancellationToken)
    {
        if (payment.ProviderReference is { } id)
        {
            var reply = await stripe.GetAsync($"/v1/payment_intents/{id}", cancellationToken);
            return reply.IsSuccess ? ProviderAnswer.Of(StripeReader.Intent(reply.Body)) : ProviderAnswer.Unknown;
        }

        var query = Uri.EscapeDataString($"metadata['payment_id']:'{payment.Id}'");
        var found = await stripe.GetAsync($"/v1/payment_intents/search?query={query}", cancellationToken);
        if (!found.IsSuccess || !found.Body.TryGetProperty("data", out var data))
        {
            return ProviderAnswer.Unknown;
        }

        return data.GetArrayLength() == 0 ? ProviderAnswer.NotFound : ProviderAnswer.Of(StripeReader.Intent(data[0]));
    }

    public async Task<ProviderAnswer> CaptureAsync(Payment payment, PaymentOperation capture, CancellationToken cancellationToken)
    {
        if (IsOld(capture.RequestedAt))
        {
            var now = await FindAsync(payment, cancellationToken);
            if (now.Outcome != ProviderOutcome.Known || now.Payment!.Captured >= payment.CapturedTotal + capture.Amount)
            {
                return now;
            }
        }

        var reply = await stripe.PostAsync(
            $"/v1/payment_intents/{payment.ProviderReference}/capture", StripeForm.Capture(payment, capture),
            $"{payment.Id}:capture:{capture.RequestId}", cancellationToken);
        return reply.IsSuccess ? ProviderAnswer.Of(StripeReader.Intent(reply.Body)) : Refusal(reply, "capture.refused");
    }

    public async Task<ProviderAnswer> RefundAsync(
        Payment payment, Guid requestId, long amount, DateTimeOffset requestedAt, CancellationToken cancellationToken)
    {
        if (IsOld(requestedAt))
        {
            var known = await FindRefundAsync(payment, requestId, cancellationToken);
            if (known.Outcome != ProviderOutcome.NotFound)
            {
                return known;
            }
        }

        var reply = await stripe.PostAsync(
            "/v1/refunds", StripeForm.Refund(payment, requestId, amount), $"{payment.Id}:refund:{requestId}", cancellationToken);
        return reply.IsSuccess ? Refund(reply.Body) : Refusal(reply, "refund.refused");
    }

    public async Task<ProviderAnswer> CancelAsync(Payment payment, CancellationToken cancellationToken)
    {
        var reply = await stripe.PostAsync(
            $"/v1/payment_intents/{payment.ProviderReference}/cancel", [], $"{payment.Id}:void", cancellationToken);
        if (reply.IsSuccess)
        {
            return ProviderAnswer.Of(StripeReader.Intent(reply.Body));
        }

        // Refused: it is cancelled or captured already.
        return reply.IsUnknown ? ProviderAnswer.Unknown : await FindAsync(payment, cancellationToken);
    }

    private async Task<ProviderAnswer> FindRefundAsync(Payment payment, Guid requestId, CancellationToken cancellationToken)
    {
        var reply = await stripe.GetAsync($"/v1/refunds?payment_intent={payment.ProviderReference}&limit=100", cancellationToken);
        if (!reply.IsSuccess || !reply.Body.TryGetProperty("data", out var data))
        {
            return ProviderAnswer.Unknown;
        }

        foreach (var refund in data.EnumerateArray())
        {
            if (StripeReader.Member(refund, "metadata") is { } metadata && StripeReader.Text(metadata, "request_id") == requestId.ToString())
            {
                return Refund(refund);
            }
        }

        return ProviderAnswer.NotFound;
    }

    private static ProviderAnswer Refund(JsonElement refund) => StripeReader.Text(refund, "status") is "failed" or "canceled"
        ? ProviderAnswer.Refused("refund.failed")
        : new ProviderAnswer(ProviderOutcome.Known, Reference: StripeReader.Text(refund, "id"));

    private static ProviderAnswer Refusal(StripeReply reply, string code) =>
        reply.IsUnknown || reply.Error is null ? ProviderAnswer.Unknown : ProviderAnswer.Refused(code);

    // Stripe forgets a key after a day; what is older is looked up first.
    private bool IsOld(DateTimeOffset requestedAt) => clock.GetUtcNow() - requestedAt > PaymentResolver.SafeToRepeat;
}
