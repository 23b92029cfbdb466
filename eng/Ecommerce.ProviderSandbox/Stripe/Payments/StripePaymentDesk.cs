using Ecommerce.ProviderSandbox.Storage;
using Ecommerce.ProviderSandbox.Stripe.Cards;
using Ecommerce.ProviderSandbox.Stripe.Events;
using Ecommerce.ProviderSandbox.Stripe.PaymentMethods;
using Ecommerce.ProviderSandbox.Stripe.Wire;

namespace Ecommerce.ProviderSandbox.Stripe.Payments;

/// <summary>Moves payments through their states. Every method is called under the payment's gate.</summary>
internal sealed class StripePaymentDesk(StripeState state, StripePaymentMethodDesk methods, StripeEvents events, TimeProvider time)
{
    /// <summary>What a confirmation needs before anything changes: the method, or the refusal.</summary>
    public (StripePaymentMethod? Method, StripeAnswer? Refusal) Prepare(StripePaymentIntent intent, StripeConfirmation how)
    {
        if (intent.Status is not (StripePaymentStatus.RequiresPaymentMethod or StripePaymentStatus.RequiresConfirmation or StripePaymentStatus.RequiresAction))
        {
            return (null, Unexpected(intent, $"You cannot confirm this PaymentIntent because it has a status of {intent.Status}."));
        }

        if ((how.PaymentMethod ?? intent.PaymentMethod) is not { } methodId)
        {
            return (null, Unexpected(intent, "You cannot confirm this PaymentIntent because it's missing a payment method. You can either update the PaymentIntent with a payment method and then confirm it again, or confirm it again directly with a payment method."));
        }

        if (intent is { AutomaticMethods: true, AllowRedirects: not "never" } && how.ReturnUrl is null && !how.OffSession)
        {
            return (null, StripeAnswer.Refused(StripeErrors.Invalid(
                "This PaymentIntent is configured to accept payment methods enabled in your Dashboard. Because some of these payment methods might redirect your customer off of your page, you must provide a `return_url`. If you don't want to accept redirect-based payment methods, set `automatic_payment_methods[enabled]` to `true` and `automatic_payment_methods[allow_redirects]` to `never` when creating Setup Intents and Payment Intents.",
                "return_url",
                null)));
        }

        var (method, problem) = Method(methodId, intent);
        return (method, method is null ? StripeAnswer.Failed(problem!) : null);
    }

    public StripeAnswer Confirm(StripePayment payment, StripePaymentMethod method, StripeConfirmation how, StripeRequest request)
    {
        var intent = payment.Current;
        payment.Current = intent = intent with { PaymentMethod = method.Id, LastError = null, NextAction = null };
        if (!NeedsAuthentication(method, intent))
        {
            return Charge(payment, method, authenticated: false, request);
        }

        if (how.OffSession || how.ErrorOnAction)
        {
            return Fail(payment, method, CardDecline.AuthenticationRequired, request);
        }

        payment.Current = intent = intent with
        {
            Status = StripePaymentStatus.RequiresAction,
            NextAction = new($"{request.Origin}/sandbox/stripe/3ds/{intent.Id}?client_secret={intent.ClientSecret}", how.ReturnUrl),
        };
        events.Raise("payment_intent.requires_action", intent, intent.Id, request);
        return StripeAnswer.Ok(intent);
    }

    /// <summary>The buyer approved or declined at the bank's page.</summary>
    public StripeAnswer Authenticate(StripePayment payment, bool approved, StripeRequest? request)
    {
        var intent = payment.Current;
        if (intent.Status != StripePaymentStatus.RequiresAction || methods.Peek(intent.PaymentMethod!) is not { } method)
        {
            return Unexpected(intent, $"This PaymentIntent has a status of {intent.Status} and awaits no authentication.");
        }

        if (approved)
        {
            return Charge(payment, method, authenticated: true, request);
        }

        var error = StripeErrors.Invalid(
            "The provided PaymentMethod has failed authentication. You can provide payment_method_data or a new PaymentMethod to attempt to fulfill this PaymentIntent again.",
            null,
            "payment_intent_authentication_failure") with
        { PaymentMethod = method };
        payment.Current = intent = intent with
        {
            Status = StripePaymentStatus.RequiresPaymentMethod,
            PaymentMethod = null,
            NextAction = null,
            LastError = error,
        };
        events.Raise("payment_intent.payment_failed", intent, intent.Id, request);
        return StripeAnswer.Ok(intent);
    }

    public StripeAnswer Capture(StripePayment payment, StripeRequest request)
    {
        var intent = payment.Current;
        var form = request.Form;
        var amount = form.Integer("amount_to_capture") ?? intent.AmountCapturable;
        var isFinal = form.Boolean("final_capture") ?? true;
        var metadata = form.Metadata(intent.Metadata);
        if (form.Problem is { } problem)
        {
            return StripeAnswer.Refused(problem);
        }

        if (intent.Status != StripePaymentStatus.RequiresCapture || payment.Held is not { } charge)
        {
            return Unexpected(intent, $"This PaymentIntent could not be captured because it has a status of {intent.Status}. Only a PaymentIntent with one of the following statuses may be captured: requires_capture.");
        }

        if (amount < 1 || amount > intent.AmountCapturable)
        {
            return StripeAnswer.Failed(StripeErrors.Invalid(
                $"The capture amount must be from 1 to the capturable amount of {intent.AmountCapturable}.",
                "amount_to_capture",
                amount < 1 ? "amount_too_small" : "amount_too_large"));
        }

        if (!isFinal && !intent.Multicapture)
        {
            return StripeAnswer.Failed(StripeErrors.Invalid(
                "final_capture may be false only where multicapture was requested and is available.", "final_capture", null));
        }

        var rest = isFinal ? 0 : intent.AmountCapturable - amount;
        payment.Current = intent = intent with
        {
            Status = rest == 0 ? StripePaymentStatus.Succeeded : StripePaymentStatus.RequiresCapture,
            AmountCapturable = rest,
            AmountReceived = intent.AmountReceived + amount,
            Metadata = metadata,
        };
        payment.Put(charge = charge with { AmountCaptured = intent.AmountReceived, Intent = intent });
        events.Raise("charge.captured", charge, intent.Id, request);
        events.Raise(rest == 0 ? "payment_intent.succeeded" : "payment_intent.amount_capturable_updated", intent, intent.Id, request);
        return StripeAnswer.Ok(intent);
    }

    public StripeAnswer Cancel(StripePayment payment, StripeRequest request)
    {
        var intent = payment.Current;
        var reason = request.Form.OneOf("cancellation_reason", "abandoned", "duplicate", "fraudulent", "requested_by_customer");
        if (request.Form.Problem is { } problem)
        {
            return StripeAnswer.Refused(problem);
        }

        if (intent.IsFinished)
        {
            return Unexpected(intent, $"You cannot cancel this PaymentIntent because it has a status of {intent.Status}. Only a PaymentIntent with one of the following statuses may be canceled: requires_payment_method, requires_capture, requires_confirmation, requires_action, processing.");
        }

        // What a multicapture took already stays taken; only the rest is released.
        var taken = intent.AmountReceived > 0;
        payment.Current = intent = intent with
        {
            Status = taken ? StripePaymentStatus.Succeeded : StripePaymentStatus.Canceled,
            AmountCapturable = 0,
            NextAction = null,
            CanceledAt = taken ? null : Now,
            CancellationReason = taken ? null : reason,
        };
        events.Raise(taken ? "payment_intent.succeeded" : "payment_intent.canceled", intent, intent.Id, request);
        return StripeAnswer.Ok(intent);
    }

    public static StripeAnswer Unexpected(StripePaymentIntent intent, string message) => StripeAnswer.Failed(
        StripeErrors.Invalid(message, null, "payment_intent_unexpected_state") with { PaymentIntent = intent });

    /// <summary>The method, which must be the intent's customer's own where it belongs to one.</summary>
    public (StripePaymentMethod? Method, StripeError? Problem) Method(string id, StripePaymentIntent intent) => methods.Resolve(id) switch
    {
        null => (null, StripeErrors.NoSuchReference("PaymentMethod", id, "payment_method")),
        { Customer: { } owner } when owner != intent.Customer => (null, StripeErrors.Invalid(
            "The provided PaymentMethod belongs to a Customer. Please include that Customer in the `customer` parameter on the PaymentIntent.",
            "payment_method",
            null)),
        var method => (method, null),
    };

    private StripeAnswer Charge(StripePayment payment, StripePaymentMethod method, bool authenticated, StripeRequest? request)
    {
        if (method.Card.Decline is { } decline)
        {
            return Fail(payment, method, decline, request);
        }

        var manual = payment.Current.CaptureMethod == "manual";
        var id = WireIds.New("ch_");
        var intent = payment.Current with
        {
            Status = manual ? StripePaymentStatus.RequiresCapture : StripePaymentStatus.Succeeded,
            AmountCapturable = manual ? payment.Current.Amount : 0,
            AmountReceived = manual ? 0 : payment.Current.Amount,
            LatestCharge = id,
            NextAction = null,
        };
        var charge = new StripeCharge(id, Now, intent, method) { AmountCaptured = intent.AmountReceived, Authenticated = authenticated };
        payment.Current = intent;
        payment.Put(charge);
        state.Charges.Add(new(id, charge.Created, payment));
        if (intent.SetupFutureUsage is not null)
        {
            methods.MarkSetUp(method.Id, intent.Customer);
        }

        events.Raise("charge.succeeded", charge, intent.Id, request);
        events.Raise(manual ? "payment_intent.amount_capturable_updated" : "payment_intent.succeeded", intent, intent.Id, request);
        return StripeAnswer.Ok(intent);
    }

    private StripeAnswer Fail(StripePayment payment, StripePaymentMethod method, CardDecline decline, StripeRequest? request)
    {
        var id = WireIds.New("ch_");
        var error = new StripeError(402, "card_error", decline.Message)
        {
            Code = decline.Code,
            DeclineCode = decline.DeclineCode,
            Charge = id,
            PaymentMethod = method,
        };
        var intent = payment.Current with
        {
            Status = StripePaymentStatus.RequiresPaymentMethod,
            PaymentMethod = null,
            LatestCharge = id,
            LastError = error,
            NextAction = null,
        };
        var charge = new StripeCharge(id, Now, intent, method) { Decline = decline };
        payment.Current = intent;
        payment.Put(charge);
        state.Charges.Add(new(id, charge.Created, payment));
        events.Raise("charge.failed", charge, intent.Id, request);
        events.Raise("payment_intent.payment_failed", intent, intent.Id, request);
        return StripeAnswer.Failed(error with { PaymentIntent = intent });
    }

    private static bool NeedsAuthentication(StripePaymentMethod method, StripePaymentIntent intent) => method.Card.Authentication switch
    {
        CardAuthentication.Always => true,
        CardAuthentication.UntilSetUp => !method.IsSetUp,
        _ => intent.RequestThreeDSecure is "any" or "challenge",
    };

    private long Now => time.GetUtcNow().ToUnixTimeSeconds();
}
