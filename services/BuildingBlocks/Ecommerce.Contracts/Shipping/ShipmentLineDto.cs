namespace Ecommerce.Contracts.Shipping;

/// <summary>What a shipment holds.</summary>
/// <param name="OrderLineId">The order's line.</param>
/// <param name="Sku">Article.</param>
/// <param name="Quantity">Units in this shipment.</param>
public sealed record ShipmentLineDto(
    Guid OrderLineId,
    string Sku,
    int Quantity);
