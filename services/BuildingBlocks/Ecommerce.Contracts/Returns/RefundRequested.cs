namespace Ecommerce.Contracts.Returns;

/// <summary>Inspected goods are to be paid back.</summary>
/// <param name="ReturnId">The return</param>
/// <param name="OrderId">Its order.</param>
/// <param name="PaymentId">The payment.</param>
/// <param name="Amount">What to give back.</param>
/// <param name="At">When, UTC.</param>
[IntegrationEvent("return.refund_requested.v1")]
public sealed record RefundRequested(
    Guid ReturnId,
    Guid OrderId,
    Guid PaymentId,
    MoneyDto Amount,
    DateTimeOffset At) : IIntegrationEvent
{
    /// <inheritdoc/>
    public string Subject => $"order/{OrderId}";
}
