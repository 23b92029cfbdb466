using Ecommerce.ProviderSandbox.Stripe.Refunds;

namespace Ecommerce.ProviderSandbox.Stripe.Payments;

/// <summary>The way from the id of a charge or a refund to its payment.</summary>
internal sealed record StripePaymentPart(string Id, long Created, StripePayment Payment)
{
    public StripeCharge? Charge => Payment.Charges.FirstOrDefault(charge => charge.Id == Id);

    public StripeRefund? Refund => Payment.Refunds.FirstOrDefault(refund => refund.Id == Id);
}
