namespace Ecommerce.Contracts.Order;

/// <summary>Goods left the house; what they cost is to be captured.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="PaymentId">The payment.</param>
/// <param name="RequestId">Makes the capture happen once.</param>
/// <param name="Amount">What to capture.</param>
/// <param name="RequestedAt">When, UTC.</param>
[IntegrationEvent("order.capture_requested.v1")]
public sealed record CaptureRequested(
    Guid OrderId,
    Guid PaymentId,
    Guid RequestId,
    MoneyDto Amount,
    DateTimeOffset RequestedAt) : IIntegrationEvent
{
    /// <inheritdoc/>
    public string Subject => $"order/{OrderId}";
}
