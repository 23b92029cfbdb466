namespace Ecommerce.CartService.Api;

/// <summary>A promotion that applies.</summary>
internal sealed record DiscountResponse(string? CouponCode, string Name, long Amount);
