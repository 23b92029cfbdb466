namespace Ecommerce.OrderService.Api;

internal sealed record OrderCursor(Guid Id);
