namespace Ecommerce.OrderService.Api;

internal sealed record ShippingMethodResponse(string Code, string Name);
