namespace Ecommerce.Contracts.Order;

/// <summary>An order is dead: cancelled, or expired before it was paid.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="OrderNumber">For people.</param>
/// <param name="CartId">Its cart.</param>
/// <param name="CustomerId">Null for a guest.</param>
/// <param name="Email">Where messages go.</param>
/// <param name="Locale">BCP 47.</param>
/// <param name="Reason">Stable code.</param>
/// <param name="WasConfirmed">Whether it had been confirmed.</param>
/// <param name="Lines">To put back.</param>
/// <param name="PaymentId">The payment, or null.</param>
/// <param name="CancelledAt">When, UTC.</param>
[IntegrationEvent("order.cancelled.v1")]
public sealed record OrderCancelled(
    Guid OrderId,
    string OrderNumber,
    Guid CartId,
    Guid? CustomerId,
    string Email,
    string Locale,
    string Reason,
    bool WasConfirmed,
    IReadOnlyList<OrderLineDto> Lines,
    Guid? PaymentId,
    DateTimeOffset CancelledAt) : IIntegrationEvent
{
    /// <inheritdoc/>
    public string Subject => $"order/{OrderId}";
}
