namespace Ecommerce.OrderService.Api;

internal sealed record DiscountResponse(string? CouponCode, string Name, long Amount);
