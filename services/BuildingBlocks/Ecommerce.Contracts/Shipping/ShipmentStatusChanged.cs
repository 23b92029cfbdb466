namespace Ecommerce.Contracts.Shipping;

/// <summary>A shipment's status changed.</summary>
/// <param name="ShipmentId">The shipment.</param>
/// <param name="OrderId">Its order.</param>
/// <param name="CustomerId">Null for a guest.</param>
/// <param name="Status">created, labelled, dispatched, inTransit, outForDelivery, delivered, exception, returnedToSender or cancelled.</param>
/// <param name="Detail">The carrier's words, or null.</param>
/// <param name="At">When, UTC.</param>
[IntegrationEvent("shipping.shipment_status_changed.v1")]
public sealed record ShipmentStatusChanged(
    Guid ShipmentId,
    Guid OrderId,
    Guid? CustomerId,
    string Status,
    string? Detail,
    DateTimeOffset At) : IIntegrationEvent
{
    /// <inheritdoc/>
    public string Subject => $"order/{OrderId}";
}
