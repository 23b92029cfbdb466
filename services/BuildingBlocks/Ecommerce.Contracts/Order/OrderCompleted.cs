namespace Ecommerce.Contracts.Order;

/// <summary>An order is delivered and paid.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="OrderNumber">For people.</param>
/// <param name="CustomerId">Null for a guest.</param>
/// <param name="CompletedAt">When, UTC.</param>
[IntegrationEvent("order.completed.v1")]
public sealed record OrderCompleted(
    Guid OrderId,
    string OrderNumber,
    Guid? CustomerId,
    DateTimeOffset CompletedAt) : IIntegrationEvent
{
    /// <inheritdoc/>
    public string Subject => $"order/{OrderId}";
}
