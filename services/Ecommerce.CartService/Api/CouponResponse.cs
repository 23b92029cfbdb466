namespace Ecommerce.CartService.Api;

/// <summary>A coupon of the cart.</summary>
/// <remarks>
/// Code: in capitals.
/// Applies: null where the cart was not priced.
/// RefusalCode: why it does not apply.
/// Reason: the same for the shopper.
/// </remarks>
internal sealed record CouponResponse(string Code, bool? Applies = null, string? RefusalCode = null, string? Reason = null);
