using Ecommerce.ProviderSandbox.Stripe.Payments;
using Ecommerce.ProviderSandbox.Stripe.Wire;

namespace Ecommerce.ProviderSandbox.Stripe;

/// <summary>Finds any object by its id, as it is now.</summary>
internal sealed class StripeDirectory(StripeState state)
{
    public IStripeObject? Find(string id) => id[..(id.IndexOf('_', StringComparison.Ordinal) + 1)] switch
    {
        "pi_" => state.Payments.Find(id)?.Current,
        "ch_" => state.Charges.Find(id)?.Charge,
        "re_" => state.Refunds.Find(id)?.Refund,
        "cus_" => state.Customers.Find(id),
        "pm_" => state.PaymentMethods.Find(id),
        "seti_" => state.SetupIntents.Find(id),
        "txn_" => StripeBalanceTransaction.Find(state, id),
        _ => null,
    };
}
