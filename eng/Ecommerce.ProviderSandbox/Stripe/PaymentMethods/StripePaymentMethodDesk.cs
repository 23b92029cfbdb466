using Ecommerce.ProviderSandbox.Storage;
using Ecommerce.ProviderSandbox.Stripe.Cards;
using Ecommerce.ProviderSandbox.Stripe.Wire;

namespace Ecommerce.ProviderSandbox.Stripe.PaymentMethods;

/// <summary>Makes payment methods of test tokens, and attaches them.</summary>
internal sealed class StripePaymentMethodDesk(StripeState state, TimeProvider time)
{
    /// <summary>The method with this id; a test token such as <c>pm_card_visa</c> makes a new one.</summary>
    public StripePaymentMethod? Resolve(string idOrToken) => TestCards.ByToken(idOrToken) is { } card
        ? Add(new(WireIds.New("pm_"), Now, card))
        : state.PaymentMethods.Find(idOrToken);

    /// <summary>As <see cref="Resolve"/>, without making one of a token: for reading.</summary>
    public StripePaymentMethod? Peek(string idOrToken) => TestCards.ByToken(idOrToken) is { } card
        ? new(idOrToken, Now, card)
        : state.PaymentMethods.Find(idOrToken);

    public StripePaymentMethod Add(StripePaymentMethod method)
    {
        state.PaymentMethods.Add(method);
        return method;
    }

    public (StripePaymentMethod? Method, StripeError? Problem) Attach(string idOrToken, string customer, string param)
    {
        if (state.Customers.Find(customer) is not { Deleted: false })
        {
            return (null, StripeErrors.NoSuchReference("customer", customer, "customer"));
        }

        if (Resolve(idOrToken) is not { } method)
        {
            return (null, StripeErrors.NoSuchReference("PaymentMethod", idOrToken, param));
        }

        if (method.Card is { Decline: { } decline, CanBeSaved: false })
        {
            return (null, new(402, "card_error", decline.Message) { Code = decline.Code, DeclineCode = decline.DeclineCode, PaymentMethod = method });
        }

        return state.PaymentMethods.Change(method.Id, current => current switch
        {
            null => (null, (null, StripeErrors.NoSuchReference("PaymentMethod", idOrToken, param))),
            { Customer: { } owner } when owner != customer => (null, ((StripePaymentMethod?)null, (StripeError?)StripeErrors.Invalid(
                "The payment method you provided has already been attached to a customer.", null, "payment_method_unexpected_state"))),
            _ => With(current with { Customer = customer }),
        });

        static (StripePaymentMethod?, (StripePaymentMethod?, StripeError?)) With(StripePaymentMethod next) => (next, (next, null));
    }

    public void MarkSetUp(string id, string? customer) => state.PaymentMethods.Change(id, current => current is null
        ? (null, false)
        : (current with { IsSetUp = true, Customer = current.Customer ?? customer }, true));

    public StripePaymentMethod? Detach(string id) => state.PaymentMethods.Change(id, current =>
    {
        var next = current is null ? null : current with { Customer = null };
        return (next, next);
    });

    public void DetachAll(string customer)
    {
        foreach (var method in state.PaymentMethods.Snapshot().Where(method => method.Customer == customer))
        {
            Detach(method.Id);
        }
    }

    private long Now => time.GetUtcNow().ToUnixTimeSeconds();
}
