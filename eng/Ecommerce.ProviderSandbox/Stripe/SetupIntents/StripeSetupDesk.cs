using Ecommerce.ProviderSandbox.Stripe.Cards;
using Ecommerce.ProviderSandbox.Stripe.Events;
using Ecommerce.ProviderSandbox.Stripe.PaymentMethods;
using Ecommerce.ProviderSandbox.Stripe.Payments;
using Ecommerce.ProviderSandbox.Stripe.Wire;

namespace Ecommerce.ProviderSandbox.Stripe.SetupIntents;

/// <summary>Moves setup intents through their states; one at a time, as setups are rare.</summary>
internal sealed class StripeSetupDesk(StripeState state, StripePaymentMethodDesk methods, StripeEvents events)
{
    private readonly Lock gate = new();

    public StripeAnswer Confirm(StripeSetupIntent intent, string? methodId, string? returnUrl, StripeRequest request)
    {
        lock (gate)
        {
            // A new one is not stored yet, and is confirmed as it stands.
            intent = state.SetupIntents.Find(intent.Id) ?? intent;
            if (intent.Status is "succeeded" or "canceled")
            {
                return Unexpected(intent, $"You cannot confirm this SetupIntent because it has already {intent.Status}.");
            }

            if ((methodId ?? intent.PaymentMethod) is not { } id)
            {
                return Unexpected(intent, "You cannot confirm this SetupIntent because it's missing a payment method.");
            }

            if (intent is { AutomaticMethods: true, AllowRedirects: not "never" } && returnUrl is null)
            {
                return StripeAnswer.Refused(StripeErrors.Invalid(
                    "This SetupIntent accepts payment methods that may redirect: you must provide a `return_url`, or set `automatic_payment_methods[allow_redirects]` to `never`.",
                    "return_url",
                    null));
            }

            return methods.Resolve(id) is { } method
                ? Confirm(intent with { PaymentMethod = method.Id, LastError = null, NextAction = null }, method, returnUrl, request)
                : StripeAnswer.Failed(StripeErrors.NoSuchReference("PaymentMethod", id, "payment_method"));
        }
    }

    public StripeAnswer Authenticate(StripeSetupIntent intent, bool approved)
    {
        lock (gate)
        {
            intent = state.SetupIntents.Find(intent.Id) ?? intent;
            if (intent.Status != StripePaymentStatus.RequiresAction || methods.Peek(intent.PaymentMethod!) is not { } method)
            {
                return Unexpected(intent, $"This SetupIntent has a status of {intent.Status} and awaits no authentication.");
            }

            return approved
                ? Succeed(intent, method, null)
                : Fail(
                    intent,
                    StripeErrors.Invalid(
                        "The provided PaymentMethod has failed authentication. You can provide payment_method_data or a new PaymentMethod to attempt to fulfill this SetupIntent again.",
                        null,
                        "setup_intent_authentication_failure") with
                    { PaymentMethod = method },
                    null);
        }
    }

    public StripeAnswer Change(string id, Func<StripeSetupIntent, (StripeSetupIntent? Next, StripeAnswer Answer)> change)
    {
        lock (gate)
        {
            return state.SetupIntents.Change(id, intent => intent is null
                ? (null, StripeAnswer.Failed(StripeErrors.NotFound("setupintent", id, "intent")))
                : change(intent));
        }
    }

    public static StripeAnswer Unexpected(StripeSetupIntent intent, string message) => StripeAnswer.Failed(
        StripeErrors.Invalid(message, null, "setup_intent_unexpected_state") with { SetupIntent = intent });

    private StripeAnswer Confirm(StripeSetupIntent intent, StripePaymentMethod method, string? returnUrl, StripeRequest request)
    {
        if (method.Card is { Decline: { } decline, CanBeSaved: false })
        {
            var error = new StripeError(402, "card_error", decline.Message)
            {
                Code = decline.Code,
                DeclineCode = decline.DeclineCode,
                PaymentMethod = method,
            };
            return Fail(intent, error, request);
        }

        if (method.Card.Authentication == CardAuthentication.None || method.IsSetUp)
        {
            return Succeed(intent, method, request);
        }

        var url = $"{request.Origin}/sandbox/stripe/3ds/{intent.Id}?client_secret={intent.ClientSecret}";
        var waiting = Store(intent with { Status = StripePaymentStatus.RequiresAction, NextAction = new(url, returnUrl) });
        events.Raise("setup_intent.requires_action", waiting, waiting.Id, request);
        return StripeAnswer.Ok(waiting);
    }

    private StripeAnswer Succeed(StripeSetupIntent intent, StripePaymentMethod method, StripeRequest? request)
    {
        var done = Store(intent with { Status = StripePaymentStatus.Succeeded, NextAction = null });
        methods.MarkSetUp(method.Id, intent.Customer);
        events.Raise("setup_intent.succeeded", done, done.Id, request);
        return StripeAnswer.Ok(done);
    }

    private StripeAnswer Fail(StripeSetupIntent intent, StripeError error, StripeRequest? request)
    {
        var failed = Store(intent with
        {
            Status = StripePaymentStatus.RequiresPaymentMethod,
            PaymentMethod = null,
            NextAction = null,
            LastError = error,
        });
        events.Raise("setup_intent.setup_failed", failed, failed.Id, request);
        return request is null ? StripeAnswer.Ok(failed) : StripeAnswer.Failed(error with { SetupIntent = failed });
    }

    private StripeSetupIntent Store(StripeSetupIntent intent)
    {
        if (!state.SetupIntents.Change(intent.Id, known => known is null ? (null, false) : (intent, true)))
        {
            state.SetupIntents.Add(intent);
        }

        return intent;
    }
}
