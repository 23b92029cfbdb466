using Ecommerce.ProviderSandbox.Stripe.Refunds;

namespace Ecommerce.ProviderSandbox.Stripe.Payments;

/// <summary>
/// One intent with its charges and refunds. Written only under its gate, so that captures and refunds of one payment
/// come one after another; readers see whole snapshots.
/// </summary>
internal sealed class StripePayment(StripePaymentIntent first)
{
    private volatile StripePaymentIntent current = first;
    private volatile StripeCharge[] charges = [];
    private volatile StripeRefund[] refunds = [];

    public Lock Gate { get; } = new();

    public string Id { get; } = first.Id;

    public StripePaymentIntent Current
    {
        get => current;
        set => current = value;
    }

    public IReadOnlyList<StripeCharge> Charges => charges;

    public IReadOnlyList<StripeRefund> Refunds => refunds;

    /// <summary>The charge that holds or took the money.</summary>
    public StripeCharge? Held => Array.Find(charges, charge => charge.Succeeded);

    public long AmountRefunded => refunds.Where(refund => refund.Counts).Sum(refund => refund.Amount);

    public void Put(StripeCharge charge) => charges = [.. charges.Where(known => known.Id != charge.Id), charge];

    /// <summary>Keeps the refund, and the sum of all on the charge.</summary>
    public void Put(StripeRefund refund)
    {
        refunds = [.. refunds.Where(known => known.Id != refund.Id), refund];
        charges = [.. charges.Select(charge => charge.Id == refund.Charge ? charge with { AmountRefunded = AmountRefunded } : charge)];
    }
}
