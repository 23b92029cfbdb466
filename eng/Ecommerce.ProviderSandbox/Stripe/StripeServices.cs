using Ecommerce.ProviderSandbox.Hosting;
using Ecommerce.ProviderSandbox.Idempotency;
using Ecommerce.ProviderSandbox.Stripe.Authentication;
using Ecommerce.ProviderSandbox.Stripe.Customers;
using Ecommerce.ProviderSandbox.Stripe.Events;
using Ecommerce.ProviderSandbox.Stripe.PaymentMethods;
using Ecommerce.ProviderSandbox.Stripe.Payments;
using Ecommerce.ProviderSandbox.Stripe.Refunds;
using Ecommerce.ProviderSandbox.Stripe.SetupIntents;
using Ecommerce.ProviderSandbox.Stripe.Wire;

namespace Ecommerce.ProviderSandbox.Stripe;

internal static class StripeServices
{
    public static void AddStripe(this IServiceCollection services)
    {
        services.AddSingleton<StripeSettings>();
        services.AddSingleton<StripeState>();
        services.AddSingleton<StripeDirectory>();
        services.AddSingleton<IdempotencyStore<StripeAnswer>>();
        services.AddSingleton<StripePipeline>();
        services.AddSingleton<StripeEvents>();
        services.AddSingleton<StripePaymentMethodDesk>();
        services.AddSingleton<StripePaymentDesk>();
        services.AddSingleton<StripeSetupDesk>();
        services.AddSingleton<StripeAuthenticator>();
        services.AddSingleton<IStripeEndpoints, StripeCustomerEndpoints>();
        services.AddSingleton<IStripeEndpoints, StripePaymentMethodEndpoints>();
        services.AddSingleton<IStripeEndpoints, StripePaymentIntentEndpoints>();
        services.AddSingleton<IStripeEndpoints, StripeChargeEndpoints>();
        services.AddSingleton<IStripeEndpoints, StripeRefundEndpoints>();
        services.AddSingleton<IStripeEndpoints, StripeSetupIntentEndpoints>();
        services.AddSingleton<IStripeEndpoints, StripeEventEndpoints>();
        services.AddSingleton<IStripeEndpoints, AuthenticationEndpoints>();
        services.AddSingleton<IStripeEndpoints, StripeSummary>();
        services.AddSingleton<IProvider, StripeProvider>();
    }
}
