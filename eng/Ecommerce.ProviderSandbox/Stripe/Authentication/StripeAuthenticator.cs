using Ecommerce.ProviderSandbox.Stripe.Payments;
using Ecommerce.ProviderSandbox.Stripe.SetupIntents;
using Ecommerce.ProviderSandbox.Stripe.Wire;

namespace Ecommerce.ProviderSandbox.Stripe.Authentication;

/// <summary>The bank's side of 3-D Secure, for payments and setups alike.</summary>
internal sealed class StripeAuthenticator(StripeState state, StripePaymentDesk payments, StripeSetupDesk setups)
{
    public AuthenticationCase? Find(string id)
    {
        if (state.Payments.Find(id)?.Current is { } intent)
        {
            return new(id, intent.ClientSecret, "payment_intent", intent.Status, intent.NextAction, intent.Amount, intent.Currency);
        }

        return state.SetupIntents.Find(id) is { } setup
            ? new(id, setup.ClientSecret, "setup_intent", setup.Status, setup.NextAction, null, null)
            : null;
    }

    /// <returns>The answer, or null where there is no such intent.</returns>
    public StripeAnswer? Decide(string id, bool approved)
    {
        if (state.Payments.Find(id) is { } payment)
        {
            lock (payment.Gate)
            {
                return payments.Authenticate(payment, approved, null);
            }
        }

        return state.SetupIntents.Find(id) is { } setup ? setups.Authenticate(setup, approved) : null;
    }
}
