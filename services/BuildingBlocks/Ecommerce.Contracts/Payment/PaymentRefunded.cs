namespace Ecommerce.Contracts.Payment;

/// <summary>Money was given back.</summary>
/// <param name="PaymentId">The payment.</param>
/// <param name="OrderId">Its order.</param>
/// <param name="RequestId">The refund request (a return's id for returns).</param>
/// <param name="RefundedTotal">All refunds so far.</param>
/// <param name="Amount">How much this time.</param>
/// <param name="At">When, UTC.</param>
[IntegrationEvent("payment.refunded.v1")]
public sealed record PaymentRefunded(
    Guid PaymentId,
    Guid OrderId,
    Guid RequestId,
    MoneyDto RefundedTotal,
    MoneyDto Amount,
    DateTimeOffset At) : IIntegrationEvent
{
    /// <inheritdoc/>
    public string Subject => $"order/{OrderId}";
}
