using Ecommerce.PaymentService.Domain;

namespace Ecommerce.PaymentService.Application.Ports;

/// <summary>
/// A company that moves money. Every call carries a key derived from our ids, so that repeating it does nothing twice; none
/// throws for an outage, which is an unknown outcome.
/// </summary>
internal interface IPaymentProvider
{
    /// <summary>Reserves the money. Repeating it answers what the first call did.</summary>
    Task<ProviderAnswer> AuthorizeAsync(Payment payment, CancellationToken cancellationToken);

    /// <summary>Asks how the payment stands: by the provider's reference, else by our id.</summary>
    Task<ProviderAnswer> FindAsync(Payment payment, CancellationToken cancellationToken);

    Task<ProviderAnswer> CaptureAsync(Payment payment, PaymentOperation capture, CancellationToken cancellationToken);

    /// <param name="payment">The payment.</param>
    /// <param name="requestId">Makes the refund happen once.</param>
    /// <param name="amount">Minor units.</param>
    /// <param name="requestedAt">When it was first asked for: an old one is looked up before it is repeated.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    Task<ProviderAnswer> RefundAsync(Payment payment, Guid requestId, long amount, DateTimeOffset requestedAt, CancellationToken cancellationToken);

    /// <summary>Gives a reservation up; answers how the payment stands where that was too late.</summary>
    Task<ProviderAnswer> CancelAsync(Payment payment, CancellationToken cancellationToken);
}
