namespace Ecommerce.Contracts.Shipping;

/// <summary>A shipment arrived.</summary>
/// <param name="ShipmentId">The shipment.</param>
/// <param name="OrderId">Its order.</param>
/// <param name="OrderNumber">For people.</param>
/// <param name="CustomerId">Null for a guest.</param>
/// <param name="Email">Where messages go.</param>
/// <param name="Locale">BCP 47.</param>
/// <param name="Lines">What it holds.</param>
/// <param name="Carrier">Carrier's name.</param>
/// <param name="TrackingNumber">Carrier's number.</param>
/// <param name="TrackingUrl">Where to follow it, or null.</param>
/// <param name="At">When, UTC.</param>
[IntegrationEvent("shipping.shipment_delivered.v1")]
public sealed record ShipmentDelivered(
    Guid ShipmentId,
    Guid OrderId,
    string OrderNumber,
    Guid? CustomerId,
    string Email,
    string Locale,
    IReadOnlyList<ShipmentLineDto> Lines,
    string Carrier,
    string TrackingNumber,
    string? TrackingUrl,
    DateTimeOffset At) : IIntegrationEvent
{
    /// <inheritdoc/>
    public string Subject => $"order/{OrderId}";
}
