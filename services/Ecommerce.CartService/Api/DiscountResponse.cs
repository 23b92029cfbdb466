namespace Ecommerce.CartService.Api;

/// <summary>A promotion that applies.</summary>
/// <remarks>Note: why it is less than one may expect; null where it is not.</remarks>
internal sealed record DiscountResponse(string? CouponCode, string Name, long Amount, string? Note);
