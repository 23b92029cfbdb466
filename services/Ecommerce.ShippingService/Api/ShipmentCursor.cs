namespace Ecommerce.ShippingService.Api;

internal sealed record ShipmentCursor(Guid Id);
