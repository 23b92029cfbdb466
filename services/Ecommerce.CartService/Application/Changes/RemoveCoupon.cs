namespace Ecommerce.CartService.Application.Changes;

/// <summary>Takes a coupon out.</summary>
internal sealed record RemoveCoupon(string Code) : CartChange("remove_coupon");
