using Ecommerce.ProviderSandbox.Storage;
using Ecommerce.ProviderSandbox.Stripe.Customers;
using Ecommerce.ProviderSandbox.Stripe.PaymentMethods;
using Ecommerce.ProviderSandbox.Stripe.Payments;
using Ecommerce.ProviderSandbox.Stripe.SetupIntents;

namespace Ecommerce.ProviderSandbox.Stripe;

/// <summary>Everything that this Stripe knows.</summary>
internal sealed class StripeState
{
    public StripeState(SandboxLimits limits)
    {
        Customers = new(limits.Objects, item => item.Id, item => item.Deleted);
        PaymentMethods = new(limits.Objects, item => item.Id, item => item.Customer is null);
        SetupIntents = new(limits.Objects, item => item.Id, item => item.Status is "succeeded" or "canceled");
        Charges = new(2 * limits.Objects, item => item.Id, _ => false);
        Refunds = new(2 * limits.Objects, item => item.Id, _ => false);
        Payments = new(limits.Objects, item => item.Id, item => item.Current.IsFinished, Forget);
    }

    public BoundedStore<StripeCustomer> Customers { get; }

    public BoundedStore<StripePaymentMethod> PaymentMethods { get; }

    public BoundedStore<StripeSetupIntent> SetupIntents { get; }

    public BoundedStore<StripePayment> Payments { get; }

    public BoundedStore<StripePaymentPart> Charges { get; }

    public BoundedStore<StripePaymentPart> Refunds { get; }

    /// <summary>The sums of payments that are no longer kept.</summary>
    public StripeTotals Evicted { get; } = new();

    public void Clear()
    {
        Customers.Clear();
        PaymentMethods.Clear();
        SetupIntents.Clear();
        Payments.Clear();
        Charges.Clear();
        Refunds.Clear();
        Evicted.Clear();
    }

    private void Forget(StripePayment payment)
    {
        Evicted.Add(payment);
        foreach (var charge in payment.Charges)
        {
            Charges.Remove(charge.Id);
        }

        foreach (var refund in payment.Refunds)
        {
            Refunds.Remove(refund.Id);
        }
    }
}
