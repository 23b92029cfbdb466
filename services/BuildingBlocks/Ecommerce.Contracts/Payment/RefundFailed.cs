namespace Ecommerce.Contracts.Payment;

/// <summary>A refund was refused for good.</summary>
/// <param name="PaymentId">The payment.</param>
/// <param name="OrderId">Its order.</param>
/// <param name="RequestId">The refund request.</param>
/// <param name="Code">Stable code.</param>
/// <param name="At">When, UTC.</param>
[IntegrationEvent("payment.refund_failed.v1")]
public sealed record RefundFailed(
    Guid PaymentId,
    Guid OrderId,
    Guid RequestId,
    string Code,
    DateTimeOffset At) : IIntegrationEvent
{
    /// <inheritdoc/>
    public string Subject => $"order/{OrderId}";
}
