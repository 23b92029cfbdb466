using Ecommerce.SharedKernel.Monetary;

namespace Ecommerce.ShippingService.Domain;

/// <summary>What a shipment holds.</summary>
internal sealed record ShipmentLine(Guid OrderLineId, string Sku, int Quantity);
