namespace Ecommerce.CartService.Application.Changes;

/// <summary>Adds a coupon; one that is there already stays.</summary>
internal sealed record AddCoupon(string Code, Guid? RequestId = null) : CartChange("add_coupon");
