namespace Ecommerce.Contracts.Payment;

/// <summary>Money was taken.</summary>
/// <param name="PaymentId">The payment.</param>
/// <param name="OrderId">Its order.</param>
/// <param name="RequestId">The capture request.</param>
/// <param name="CapturedTotal">All captures so far.</param>
/// <param name="Amount">How much this time.</param>
/// <param name="At">When, UTC.</param>
[IntegrationEvent("payment.captured.v1")]
public sealed record PaymentCaptured(
    Guid PaymentId,
    Guid OrderId,
    Guid RequestId,
    MoneyDto CapturedTotal,
    MoneyDto Amount,
    DateTimeOffset At) : IIntegrationEvent
{
    /// <inheritdoc/>
    public string Subject => $"order/{OrderId}";
}
