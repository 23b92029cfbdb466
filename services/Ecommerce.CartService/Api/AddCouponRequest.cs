namespace Ecommerce.CartService.Api;

/// <summary>Adds a coupon; capitals or not does not matter.</summary>
internal sealed record AddCouponRequest(string Code);
