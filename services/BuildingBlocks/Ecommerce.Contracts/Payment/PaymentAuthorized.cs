namespace Ecommerce.Contracts.Payment;

/// <summary>The money is reserved.</summary>
/// <param name="PaymentId">The payment.</param>
/// <param name="OrderId">Its order.</param>
/// <param name="Amount">How much this time.</param>
/// <param name="At">When, UTC.</param>
[IntegrationEvent("payment.authorized.v1")]
public sealed record PaymentAuthorized(
    Guid PaymentId,
    Guid OrderId,
    MoneyDto Amount,
    DateTimeOffset At) : IIntegrationEvent
{
    /// <inheritdoc/>
    public string Subject => $"order/{OrderId}";
}
