using Ecommerce.ProviderSandbox.Storage;
using Ecommerce.ProviderSandbox.Stripe.Cards;
using Ecommerce.ProviderSandbox.Stripe.Events;
using Ecommerce.ProviderSandbox.Stripe.Payments;
using Ecommerce.ProviderSandbox.Stripe.Wire;
using Ecommerce.ProviderSandbox.Webhooks;

namespace Ecommerce.ProviderSandbox.Stripe.Refunds;

internal sealed class StripeRefundEndpoints(
    StripeState state, StripeEvents events, StripePipeline pipeline, DueQueue due, TimeProvider time) : IStripeEndpoints
{
    private static readonly TimeSpan BankTime = TimeSpan.FromMilliseconds(500);

    public void Map(IEndpointRouteBuilder routes)
    {
        const string kind = StripeExpandable.Refund;
        routes.MapPost("/v1/refunds", pipeline.Serve(new(
            kind, ["payment_intent", "charge", "amount", "reason", "metadata[*]", "refund_application_fee", "reverse_transfer"], Create)));
        routes.MapGet("/v1/refunds", pipeline.Serve(new(kind, [.. StripePaging.Parameters, "payment_intent", "charge"], List, isList: true)));
        routes.MapGet("/v1/refunds/{id}", pipeline.Serve(new(kind, [], Retrieve)));
        routes.MapPost("/v1/refunds/{id}", pipeline.Serve(new(kind, ["metadata[*]"], Update)));
    }

    private StripeAnswer Create(StripeRequest request)
    {
        var form = request.Form;
        var (intentId, chargeId) = (form.Text("payment_intent"), form.Text("charge"));
        var amount = form.Integer("amount");
        var reason = form.OneOf("reason", "duplicate", "fraudulent", "requested_by_customer");
        var metadata = form.Metadata(StripeMetadata.Empty);
        if (intentId is null && chargeId is null)
        {
            form.Refuse(StripeErrors.Invalid("One of the following params should be provided for this request: payment_intent or charge.", null, "parameter_missing"));
        }

        if (amount < 1)
        {
            form.Refuse(StripeErrors.Invalid("Invalid positive integer", "amount", "parameter_invalid_integer"));
        }

        if (form.Problem is { } problem)
        {
            return StripeAnswer.Refused(problem);
        }

        var payment = chargeId is null ? state.Payments.Find(intentId!) : state.Charges.Find(chargeId)?.Payment;
        if (payment is null || (intentId is not null && payment.Id != intentId))
        {
            return StripeAnswer.Failed(chargeId is null
                ? StripeErrors.NoSuchReference("payment_intent", intentId!, "payment_intent")
                : StripeErrors.NoSuchReference("charge", chargeId, "charge"));
        }

        lock (payment.Gate)
        {
            return Refund(payment, amount, reason, metadata, request);
        }
    }

    private StripeAnswer Refund(StripePayment payment, long? asked, string? reason, StripeMetadata metadata, StripeRequest request)
    {
        if (payment.Held is not { Captured: true } charge)
        {
            return StripeAnswer.Failed(StripeErrors.Invalid(
                $"This PaymentIntent ({payment.Id}) does not have a successful charge to refund.", "payment_intent", "payment_intent_unexpected_state"));
        }

        var left = charge.AmountCaptured - payment.AmountRefunded;
        if (left == 0)
        {
            return StripeAnswer.Failed(StripeErrors.Invalid($"Charge {charge.Id} has already been refunded.", null, "charge_already_refunded"));
        }

        if (asked > left)
        {
            return StripeAnswer.Failed(StripeErrors.Invalid(
                $"Refund amount ({asked}) is greater than unrefunded amount on charge ({left})", "amount", "amount_too_large"));
        }

        var behaviour = charge.Method.Card.Refunds;
        var refund = new StripeRefund(
            WireIds.New("re_"), time.GetUtcNow().ToUnixTimeSeconds(), asked ?? left, charge.Intent.Currency, charge.Id, payment.Id)
        {
            Status = behaviour == RefundBehaviour.PendsFirst ? "pending" : "succeeded",
            Reason = reason,
            Metadata = metadata,
            Customer = charge.Intent.Customer,
            PaymentMethod = charge.Method.Id,
        };
        payment.Put(refund);
        state.Refunds.Add(new(refund.Id, refund.Created, payment));
        events.Raise("refund.created", refund, payment.Id, request);
        events.Raise("charge.refunded", payment.Held!, payment.Id, request);
        if (behaviour != RefundBehaviour.Succeeds)
        {
            due.In(BankTime, () => Settle(payment, refund.Id, behaviour));
        }

        return StripeAnswer.Ok(refund);
    }

    private void Settle(StripePayment payment, string id, RefundBehaviour behaviour)
    {
        lock (payment.Gate)
        {
            if (payment.Refunds.FirstOrDefault(item => item.Id == id) is not { } refund)
            {
                return;
            }

            var failed = behaviour == RefundBehaviour.FailsLater;
            refund = refund with
            {
                Status = failed ? "failed" : "succeeded",
                FailureReason = failed ? "expired_or_canceled_card" : null,
            };
            payment.Put(refund);
            events.Raise("refund.updated", refund, payment.Id, null);
            if (failed)
            {
                events.Raise("refund.failed", refund, payment.Id, null);
            }
        }
    }

    private StripeAnswer Retrieve(StripeRequest request) => state.Refunds.Find(request.Id)?.Refund is { } refund
        ? StripeAnswer.Ok(refund)
        : StripeAnswer.Failed(StripeErrors.NotFound("refund", request.Id));

    private StripeAnswer List(StripeRequest request)
    {
        var (intent, charge) = (request.Form.Text("payment_intent"), request.Form.Text("charge"));
        return StripePaging.List(request, state.Refunds, item => item.Refund, item => item.Created, item =>
            (intent is null || item.Payment.Id == intent) && (charge is null || item.Refund?.Charge == charge));
    }

    private StripeAnswer Update(StripeRequest request)
    {
        if (state.Refunds.Find(request.Id) is not { } part)
        {
            return StripeAnswer.Failed(StripeErrors.NotFound("refund", request.Id));
        }

        lock (part.Payment.Gate)
        {
            var refund = part.Refund!;
            refund = refund with { Metadata = request.Form.Metadata(refund.Metadata) };
            if (request.Form.Problem is { } problem)
            {
                return StripeAnswer.Refused(problem);
            }

            part.Payment.Put(refund);
            events.Raise("refund.updated", refund, part.Payment.Id, request);
            return StripeAnswer.Ok(refund);
        }
    }
}
